package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

import java.util.List;

/**
 * What a prompt was read as.
 *
 * @param subjects in the order of the prompt
 * @param notDrawn words that nothing in the picture stands for
 */
public record Scene(
        Place place,
        TimeOfDay time,
        Weather weather,
        Style style,
        List<Subject> subjects,
        List<String> notDrawn) {
    public Scene {
        subjects = List.copyOf(subjects);
        notDrawn = List.copyOf(notDrawn);
    }
}
