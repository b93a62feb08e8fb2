package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The nearest files of those that are shown to it, one passage after the other. */
final class NearestFiles {
    /** The least first: less similar, or as similar and less recent. */
    private static final Comparator<FoundFile> ORDER = Comparator.comparingDouble(
                    FoundFile::similarity)
            .thenComparing(file -> file.id().id());

    /** In the place of a key: none is known, or any is wanted. */
    static final long NO_KEY = -1;

    private static final float NOTHING = Float.NEGATIVE_INFINITY;

    private final float[] wanted;
    private final long maker;
    private final int limit;
    private final PriorityQueue<FoundFile> best = new PriorityQueue<>(ORDER);

    /** The file whose passages are being shown, and how near the nearest one is. */
    private long hi;

    private long lo;
    private float similarity = NOTHING;

    /** Passages below this do not bring a file among the best. */
    private double least;

    NearestFiles(float[] wanted, @Nullable KeyId maker, int limit) {
        this.wanted = wanted;
        this.maker = number(maker);
        this.limit = limit;
    }

    static long number(@Nullable KeyId key) {
        return key == null ? NO_KEY : key.number();
    }

    float[] wanted() {
        return wanted;
    }

    /** Whether files of this key count. */
    boolean wants(long key) {
        return maker == NO_KEY || maker == key;
    }

    /** Shows a passage of a file; all passages of one file follow each other. */
    void show(long fileHi, long fileLo, float near) {
        if (near < least && least > 0) return;
        if (fileHi != hi || fileLo != lo) {
            keep();
            hi = fileHi;
            lo = fileLo;
            similarity = near;
        } else if (near > similarity) similarity = near;
    }

    private void keep() {
        if (similarity == NOTHING) return;
        var file = new AssetId(new Id(hi, lo));
        double clamped = Math.clamp(similarity, 0.0, 1.0);
        similarity = NOTHING;
        best.add(new FoundFile(file, clamped));
        if (best.size() <= limit) return;
        best.remove();
        least = best.element().similarity();
    }

    /** Takes back what was shown of these. */
    void forget(Set<Id> files) {
        keep();
        best.removeIf(file -> files.contains(file.id().id()));
        if (best.size() < limit) least = 0;
    }

    /** The nearest, in no order. */
    Collection<FoundFile> found() {
        keep();
        return List.copyOf(best);
    }

    /**
     * Joins files that are near with files that have all words: the greater of both counts. The
     * most similar come first, of two that are alike the more recent one.
     */
    static List<FoundFile> rank(
            Collection<FoundFile> near, Collection<AssetId> withWords, int limit) {
        Map<AssetId, Double> all = new HashMap<>();
        near.forEach(file -> all.merge(file.id(), file.similarity(), Math::max));
        withWords.forEach(id -> all.put(id, 1.0));
        return all.entrySet().stream()
                .map(entry -> new FoundFile(entry.getKey(), entry.getValue()))
                .sorted(ORDER.reversed())
                .limit(limit)
                .toList();
    }
}
