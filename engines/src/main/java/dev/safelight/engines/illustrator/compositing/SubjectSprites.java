package dev.safelight.engines.illustrator.compositing;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.art.Drawing;
import dev.safelight.engines.illustrator.art.SittingBody;
import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.art.Tint;
import dev.safelight.engines.illustrator.art.Traits;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.reading.Subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the subjects, each at its size, with a body where the art has none, in the colour asked
 * for. A large one takes up to a second, so it is asked before each step whether to go on.
 */
final class SubjectSprites {
    /** A subject may come nearer than it was sized for. */
    private static final float SPARE = 1.2f;

    private final Bands bands;

    SubjectSprites(Bands bands) {
        this.bands = bands;
    }

    /** One for each subject, in their order. */
    List<Sprite> of(List<Subject> subjects, int height) throws IOException, Stopped {
        SubjectSizes sizes = new SubjectSizes(subjects);
        List<Sprite> sprites = new ArrayList<>();
        for (Subject subject : subjects)
            sprites.add(sprite(subject, Math.round(sizes.tall(subject) * height * SPARE)));
        return sprites;
    }

    private Sprite sprite(Subject subject, int tall) throws IOException, Stopped {
        bands.look();
        boolean head =
                Traits.is("head", subject.name()) && !subject.drawing().pack().equals("builtin");
        Drawing drawing = head ? SittingBody.below(subject.drawing()) : subject.drawing();
        Sprite sprite = Sprite.of(drawing.svg(), Math.max(8, tall));
        bands.look();
        Integer colour = subject.manner().colour();
        return colour == null ? sprite : Tint.dyed(sprite, colour);
    }
}
