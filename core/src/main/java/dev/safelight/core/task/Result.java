package dev.safelight.core.task;

import dev.safelight.core.asset.NewAsset;

import java.util.List;

/**
 * What a worker hands in: files whose bytes are stored already, and the facts of their making.
 *
 * @param facts JSON text: engine, tier, model, seed, digests...
 */
public record Result(List<NewAsset> assets, String facts) {

    /** What remains in the task itself. */
    public Output output() {
        return new Output(assets.stream().map(NewAsset::id).toList(), facts);
    }
}
