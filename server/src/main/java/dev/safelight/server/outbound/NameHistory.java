package dev.safelight.server.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.Arrays;

/**
 * Which names answered lately, and which zones did not. Who makes names that hang can make many of
 * them, but below few zones: so silence is held against the zone, and an answer is good for its
 * name alone. Bounded, and forgotten oldest first; not for many threads at once.
 */
final class NameHistory {
    private static final long MOST = 20_000;

    private final Cache<String, Boolean> answered =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Boolean> silent =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** What to expect of a name. */
    enum Standing {
        ANSWERS,
        UNKNOWN,
        SILENT
    }

    Standing standing(String name) {
        if (answered.getIfPresent(name) != null) return Standing.ANSWERS;
        return silent.getIfPresent(zone(name)) != null ? Standing.SILENT : Standing.UNKNOWN;
    }

    /** It has addresses, and told them in time. */
    void answered(String name) {
        answered.put(name, true);
        silent.invalidate(zone(name));
    }

    void stayedSilent(String name) {
        answered.invalidate(name);
        silent.put(zone(name), true);
    }

    /** What one owner can have: two labels, or three below a short pair such as co.uk. */
    static String zone(String name) {
        var labels = name.split("\\.", -1);
        int count = labels.length;
        boolean isPair =
                count > 2 && labels[count - 1].length() == 2 && labels[count - 2].length() <= 3;
        int from = Math.max(0, count - (isPair ? 3 : 2));
        return String.join(".", Arrays.copyOfRange(labels, from, count));
    }
}
