package dev.safelight.engines.illustrator;

import java.util.List;

/**
 * What a prompt was read as.
 *
 * @param subjects in the order of the prompt
 * @param notDrawn words that nothing in the picture stands for
 */
record Scene(
        Place place,
        TimeOfDay time,
        Weather weather,
        Style style,
        List<Subject> subjects,
        List<String> notDrawn) {
    Scene {
        subjects = List.copyOf(subjects);
        notDrawn = List.copyOf(notDrawn);
    }
}
