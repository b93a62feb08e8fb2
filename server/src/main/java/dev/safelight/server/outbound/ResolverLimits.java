package dev.safelight.server.outbound;

import java.time.Duration;

/**
 * What one server lets names take that do not answer.
 *
 * @param patience how long somebody waits for a name, in line too
 * @param ofZone lookups under way of one zone
 * @param ofProvenZone the same, of names that have answered before
 * @param waiting names in line, beyond which more fail at once; as many again of names that have
 *     answered before
 */
public record ResolverLimits(
        Duration patience, Together together, int ofZone, int ofProvenZone, int waiting) {

    /**
     * Lookups under way.
     *
     * @param all for each blocks a thread
     * @param unknown those among them of names that have not answered before
     * @param silent those among them of zones whose last answer did not come in time
     */
    public record Together(int all, int unknown, int silent) {}

    /** A resolver's native call gives up after 5 to 30 s, so silent names hold that long. */
    public static final ResolverLimits USUAL =
            new ResolverLimits(Duration.ofSeconds(5), new Together(64, 40, 8), 4, 16, 4_096);
}
