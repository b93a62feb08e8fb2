package dev.safelight.core.asset;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a file's contents without decoding them: read once, when it is stored, and kept
 * with it. Prices and refusals go by it.
 *
 * @param width in pixels, of pictures and clips; null for others
 * @param height in pixels, as width
 * @param frames how many pictures follow each other; null where the file does not say
 * @param seconds how long it plays; null for still pictures and where the file does not say
 * @param sound of clips with sound and of sound, else null
 * @param codecs as in {@code vp9}, {@code opus}; the picture's first; empty for pictures
 */
public record FileFacts(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long frames,
        @Nullable Double seconds,
        @Nullable SoundFacts sound,
        List<String> codecs) {
    public static final FileFacts NONE = new FileFacts(null, null, null, null, null, List.of());

    public FileFacts {
        codecs = List.copyOf(codecs);
    }

    /**
     * Of the sound in a file.
     *
     * @param channels 1 for mono
     * @param hertz samples of one channel in a second
     */
    public record SoundFacts(int channels, int hertz) {}

    /** A still picture. */
    public static FileFacts picture(int width, int height) {
        return new FileFacts(width, height, 1L, null, null, List.of());
    }

    /** The JSON that is kept with the file; what is not known is left out. */
    public ObjectNode json() {
        var json = JsonMapper.shared().createObjectNode();
        if (width != null) json.put("width", width);
        if (height != null) json.put("height", height);
        if (frames != null) json.put("frames", frames);
        if (seconds != null) json.put("seconds", seconds);
        if (sound != null) json.put("channels", sound.channels()).put("hertz", sound.hertz());
        if (!codecs.isEmpty()) codecs.forEach(json.putArray("codecs")::add);
        return json;
    }

    /** Reads the JSON that is kept with a file, uploaded or made. */
    public static FileFacts read(String text) {
        JsonNode json = JsonMapper.shared().readTree(text);
        var codecs = new ArrayList<String>();
        json.path("codecs").forEach(codec -> codecs.add(codec.asString("")));
        var frames = json.path("frames");
        var seconds = json.path("seconds");
        return new FileFacts(
                whole(json.path("width")),
                whole(json.path("height")),
                frames.isNumber() ? frames.asLong() : null,
                seconds.isNumber() ? seconds.asDouble() : null,
                sound(json),
                codecs);
    }

    private static @Nullable Integer whole(JsonNode json) {
        return json.isNumber() ? json.asInt() : null;
    }

    private static @Nullable SoundFacts sound(JsonNode json) {
        if (!json.path("channels").isNumber()) return null;
        return new SoundFacts(json.get("channels").asInt(), json.path("hertz").asInt(0));
    }
}
