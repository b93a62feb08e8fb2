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
import dev.safelight.core.search.TextMeaning;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.EngineName;
import dev.safelight.engines.illustrator.art.Art;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.reading.SceneReader;
import dev.safelight.engines.illustrator.style.Finish;
import dev.safelight.media.meaning.Meaning;
import dev.safelight.media.pack.Packs;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Composes a picture from a prompt. The art is indexed at the first render, not at start. */
public final class IllustratorEngine implements Engine {
    private final Packs packs;
    private final TextMeaning meaning;
    private final boolean promptInFile;
    private @Nullable Art art;

    /** Its files do not tell what was asked for. */
    public IllustratorEngine(Packs packs) {
        this(packs, false);
    }

    /** With a meaning of its own. */
    public IllustratorEngine(Packs packs, boolean promptInFile) {
        this(packs, new Meaning(), promptInFile);
    }

    /**
     * @param meaning shared with whoever else in this process asks what texts mean
     * @param promptInFile whether a file tells the prompt that it was made from: it goes wherever
     *     the file goes
     */
    public IllustratorEngine(Packs packs, TextMeaning meaning, boolean promptInFile) {
        this.packs = packs;
        this.meaning = meaning;
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
    public Admission admission() {
        return request -> Limits.refusal(request.input());
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        Request request = Request.of(job);
        Limits.check(job.input());
        try {
            run.progress(1);
            Art art = art();
            Scene scene = SceneReader.read(art, request.prompt(), request.style(), run);
            List<MadeFile> files = new ArrayList<>();
            Bands work = Bands.between(run, 3, 100);
            for (int at = 0; at < request.count(); at++) {
                float share = 1f / request.count();
                Bands part = work.part(at * share, (at + 1) * share);
                files.add(picture(scene, request.picture(at), part));
            }
            ObjectNode facts = PictureFacts.of(scene, request);
            ObjectNode notApplied = Limits.notApplied(job.input());
            if (!notApplied.isEmpty()) facts.set("notApplied", notApplied);
            return new Made(files, facts, art.tier());
        } catch (IOException e) {
            throw EngineFailure.lasting(
                    FailureCode.MODEL_ERROR,
                    "The art for this picture cannot be read: " + e.getMessage()
                            + ". Run `./safelight packs verify`.");
        }
    }

    /** Opened anew where packs have come, changed or gone since. */
    private synchronized Art art() throws IOException {
        Art known = art;
        if (known == null || !known.isOf(packs)) art = known = Art.open(packs, meaning);
        return known;
    }

    private MadeFile picture(Scene scene, Request request, Bands bands)
            throws IOException, Stopped {
        Frame frame = request.frame();
        int chance = request.chance();
        Canvas canvas = Painting.of(scene, frame, chance, bands.part(0, .85f));
        var file = request.encoding().begin(frame, PictureFacts.written(request, promptInFile));
        byte[] bytes = new Finish(canvas, scene.style(), chance).into(file, bands.part(.85f, 1));
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("width", frame.width()).put("height", frame.height());
        facts.put("seed", request.seed());
        return new MadeFile(
                request.encoding().contentType(), request.fileName(), Content.of(bytes), facts);
    }
}
