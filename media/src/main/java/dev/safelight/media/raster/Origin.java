package dev.safelight.media.raster;

import dev.safelight.core.engine.Job;
import dev.safelight.core.id.Id;
import dev.safelight.core.tool.EngineName;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who made a file, and the seed to make it again. */
public record Origin(EngineName engine, String model, long seed) {

    /** The seed that a caller gave; without one the task's id decides. */
    public static long seed(Job job) {
        var given = job.input().path("seed");
        return given.canConvertToLong() ? given.asLong() : seed(job.task().id());
    }

    /** Positive and short enough for every JSON reader. */
    private static long seed(Id id) {
        return (id.lo() ^ id.lo() >>> 32) & 0x7FFF_FFFFL;
    }

    /** As the file tells it, by the keywords that readers of pictures know or show. */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Software", "Safelight");
        words.put("engine", engine.text());
        words.put("model", model);
        words.put("seed", Long.toString(seed));
        return words;
    }
}
