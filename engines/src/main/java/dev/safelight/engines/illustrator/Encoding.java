package dev.safelight.engines.illustrator;

import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.media.raster.Jpeg;
import dev.safelight.media.raster.PictureFile;
import dev.safelight.media.raster.Png;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;

/**
 * What kind of file a picture becomes.
 *
 * @param quality of a JPEG, 0-100
 */
record Encoding(boolean jpeg, int quality) {
    private static final int USUAL_QUALITY = 90;

    static Encoding of(JsonNode input) {
        return new Encoding(
                input.path("format").asString("png").equals("jpeg"),
                input.path("compression").asInt(USUAL_QUALITY));
    }

    /** @param words what the file tells of itself */
    PictureFile begin(Frame frame, Map<String, String> words) throws IOException {
        return jpeg
                ? new Jpeg(frame.width(), frame.height(), words, quality)
                : new Png(frame.width(), frame.height(), words);
    }

    String contentType() {
        return jpeg ? "image/jpeg" : "image/png";
    }

    String ending() {
        return jpeg ? ".jpg" : ".png";
    }
}
