package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

/** What a word of a prompt says about the scene, other than naming a subject. */
sealed interface Hint {
    record At(Place place) implements Hint {}

    record When(TimeOfDay time) implements Hint {}

    record Under(Weather weather) implements Hint {}

    record As(Style style) implements Hint {}

    record Doing(Pose pose) implements Hint {}

    record Many(int count) implements Hint {}

    /** A word for several of what it follows, as in "elephant family", or of what follows it. */
    record Grouped(int count) implements Hint {}

    record Sized(float factor) implements Hint {}

    record Coloured(int hex) implements Hint {}

    /** A word that changes nothing. */
    record Nothing() implements Hint {}

    static Hint of(String kind, String value) {
        return switch (kind) {
            case "place" -> new At(Place.valueOf(value));
            case "time" -> new When(TimeOfDay.valueOf(value));
            case "weather" -> new Under(Weather.valueOf(value));
            case "style" -> new As(Style.valueOf(value));
            case "pose" -> new Doing(Pose.valueOf(value));
            case "count" -> new Many(Integer.parseInt(value));
            case "group" -> new Grouped(Integer.parseInt(value));
            case "size" -> new Sized(Float.parseFloat(value));
            case "colour" -> new Coloured(Integer.decode(value));
            case "skip" -> new Nothing();
            default -> throw new IllegalArgumentException("no kind of hint: " + kind);
        };
    }
}
