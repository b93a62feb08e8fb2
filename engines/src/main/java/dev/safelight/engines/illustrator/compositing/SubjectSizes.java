package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.art.Traits;
import dev.safelight.engines.illustrator.reading.Subject;

import java.util.List;

/** How tall each subject is, as a share of the picture's height, before all of them must fit. */
final class SubjectSizes {
    private final float biggest;
    private final float tallest;

    SubjectSizes(List<Subject> subjects) {
        float most = .1f;
        int heads = 0;
        for (Subject subject : subjects) {
            most = Math.max(most, size(subject));
            heads += subject.manner().count();
        }
        biggest = most;
        tallest = Math.clamp(.34f + .17f * most, .3f, .62f) / (1 + .06f * (heads - 1));
    }

    float tall(Subject subject) {
        return Math.max(.1f, tallest * (float) Math.pow(size(subject) / biggest, .72f));
    }

    private static float size(Subject subject) {
        return Traits.size(subject.name()) * subject.manner().size();
    }
}
