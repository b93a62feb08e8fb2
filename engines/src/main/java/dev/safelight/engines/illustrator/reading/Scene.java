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
 * @param rest what the prompt says beside them
 */
public record Scene(
        Place place,
        TimeOfDay time,
        Weather weather,
        Style style,
        List<Subject> subjects,
        Rest rest) {
    public Scene {
        subjects = List.copyOf(subjects);
    }

    /**
     * What is left of a prompt.
     *
     * @param notDrawn words that nothing in the picture stands for
     * @param byMeaning whether what words mean was asked for; else more of them may be left
     */
    public record Rest(List<String> notDrawn, boolean byMeaning) {
        /** Nothing. */
        public static final Rest NONE = new Rest(List.of(), true);

        public Rest {
            notDrawn = List.copyOf(notDrawn);
        }
    }

    public List<String> notDrawn() {
        return rest.notDrawn();
    }
}
