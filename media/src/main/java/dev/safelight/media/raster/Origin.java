package dev.safelight.media.raster;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who made a file, and the seed to make it again.
 *
 * @param engine its name, as in {@code illustrator}
 */
public record Origin(String engine, String model, long seed) {

    /** As the file tells it, by the keywords that readers of pictures know or show. */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Software", "Safelight");
        words.put("engine", engine);
        words.put("model", model);
        words.put("seed", Long.toString(seed));
        return words;
    }
}
