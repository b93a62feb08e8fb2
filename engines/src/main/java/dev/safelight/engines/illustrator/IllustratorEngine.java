package dev.safelight.engines.illustrator;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;
import dev.safelight.engines.meaning.Meaning;
import dev.safelight.engines.pack.Packs;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;

/** Composes a picture from a prompt. The art is indexed at the first render, not at start. */
public final class IllustratorEngine implements Engine {
    private final Packs packs;
    private final Meaning meaning = new Meaning();
    private final boolean promptInFile;
    private @Nullable Art art;

    /** Its files do not tell what was asked for. */
    public IllustratorEngine(Packs packs) {
        this(packs, false);
    }

    /**
     * @param promptInFile whether a file tells the prompt that it was made from: it goes wherever
     *     the file goes
     */
    public IllustratorEngine(Packs packs, boolean promptInFile) {
        this.packs = packs;
        this.promptInFile = promptInFile;
    }

    @Override
    public EngineName name() {
        return EngineName.ILLUSTRATOR;
    }

    @Override
    public Tier tier() {
        return Art.installed(packs) ? Tier.PACK : Tier.BUILTIN;
    }

    /** One picture keeps every core busy, and a 4K one needs half a gigabyte. */
    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        Request request = Request.of(job);
        try {
            run.progress(1);
            Scene scene = SceneReader.read(art(), request.prompt(), request.style(), run);
            byte[] png = picture(scene, request, run);
            ObjectNode size = JsonNodeFactory.instance.objectNode();
            size.put("width", request.frame().width())
                    .put("height", request.frame().height());
            MadeFile file = new MadeFile("image/png", request.fileName(), Content.of(png), size);
            return new Made(List.of(file), Facts.of(scene, request));
        } catch (IOException e) {
            throw EngineFailure.lasting(
                    FailureCode.MODEL_ERROR,
                    "The art for this picture cannot be read: " + e.getMessage()
                            + ". Run `./safelight packs verify`.");
        }
    }

    private synchronized Art art() throws IOException {
        Art known = art;
        if (known == null) art = known = Art.open(packs, meaning);
        return known;
    }

    private byte[] picture(Scene scene, Request request, Run run) throws IOException, Stopped {
        Canvas canvas =
                Painting.of(scene, request.frame(), request.chance(), Bands.between(run, 3, 85));
        return new Finish(canvas, scene.style(), request.chance())
                .png(Facts.written(request, promptInFile), Bands.between(run, 85, 100));
    }
}
