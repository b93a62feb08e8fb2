package dev.safelight.engines.illustrator.paint;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/** The size of a picture in pixels. */
public record Frame(int width, int height) {
    /** Multiples of 16 near one million pixels. */
    private static final Map<String, Frame> ONE_K = Map.of(
            "1:1", new Frame(1024, 1024),
            "16:9", new Frame(1376, 768),
            "9:16", new Frame(768, 1376),
            "4:3", new Frame(1200, 896),
            "3:4", new Frame(896, 1200),
            "3:2", new Frame(1264, 848),
            "2:3", new Frame(848, 1264),
            "21:9", new Frame(1584, 672));

    /** Both sides in pixels when they are given, else a ratio and a size. */
    public static Frame of(JsonNode input) {
        if (input.has("width") && input.has("height"))
            return new Frame(input.get("width").asInt(), input.get("height").asInt());
        return of(
                input.path("aspectRatio").asString("1:1"),
                input.path("imageSize").asString("1K"));
    }

    /** Unknown words cannot come past the tool's schema; they mean the smallest square. */
    public static Frame of(String aspectRatio, String imageSize) {
        Frame base = ONE_K.getOrDefault(aspectRatio, new Frame(1024, 1024));
        return switch (imageSize) {
            case "2K" -> base.times(2);
            case "4K" -> base.times(4);
            default -> base;
        };
    }

    private Frame times(int factor) {
        return new Frame(width * factor, height * factor);
    }

    public int pixels() {
        return width * height;
    }
}
