package dev.safelight.core.engine;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What a run made.
 *
 * @param files the results, at least one; what comes with one is among its companions
 * @param facts what to tell about the making: seed, model, pack digests, style... Engine and tier
 *     are added by the worker
 * @param tier what kind of maker it was where that is not the engine's own {@link Engine#tier},
 *     else null: speech without its voices is spoken by a program
 */
public record Made(
        List<MadeFile> files, ObjectNode facts, @Nullable Tier tier) {
    public Made {
        files = List.copyOf(files);
        if (files.isEmpty()) throw new IllegalArgumentException("a run makes at least one file");
    }

    /** Made as the engine always makes. */
    public Made(List<MadeFile> files, ObjectNode facts) {
        this(files, facts, null);
    }

    /** The tier to name in the result. */
    public Tier tierOr(Tier engines) {
        return tier == null ? engines : tier;
    }
}
