package dev.safelight.core.task;

import dev.safelight.core.asset.NewAsset;

import java.util.ArrayList;
import java.util.List;

/**
 * What a worker hands in: files whose bytes are stored already, and the facts of their making.
 *
 * @param assets the results themselves, as many as the output has
 * @param companions what belongs to one of them, as its facts say
 * @param facts JSON text: engine, tier, model, seed, digests...
 */
public record Result(List<NewAsset> assets, List<NewAsset> companions, String facts) {

    /** One without companions. */
    public Result(List<NewAsset> assets, String facts) {
        this(assets, List.of(), facts);
    }

    /** All files, each of which gets a row. */
    public List<NewAsset> files() {
        var all = new ArrayList<>(assets);
        all.addAll(companions);
        return all;
    }

    /** What remains in the task itself. */
    public Output output() {
        return new Output(assets.stream().map(NewAsset::id).toList(), facts);
    }
}
