package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.task.Result;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files are found, and by whom. */
abstract class AssetContract extends StoreSituation {
    @Test
    void is_for_its_own_account_only() {
        var result = scene.result(1);
        var lease = scene.running(order(), scene.worker(1));
        scene.done(tasks().complete(lease, result));
        var bob = scene.account(0);
        var id = result.assets().getFirst().id();
        assertThat(scene.done(scene.store().assets().find(bob.account(), id))).isEmpty();
        assertThat(scene.done(scene.store().assets().find(id))).isPresent();
    }

    @Test
    void is_found_beside_many_others_and_a_strangers_is_not() {
        var lease = scene.running(order(), scene.worker(1));
        var made = scene.result(70).assets();
        scene.done(tasks().complete(lease, new Result(made, "{}")));
        var all = made.stream().map(NewAsset::id).collect(Collectors.toSet());
        var asked = new HashSet<>(all);
        asked.add(new AssetId(scene.id()));
        assertThat(scene.done(scene.store().assets().findAll(ann.account(), asked)))
                .extracting(Asset::file)
                .containsExactlyInAnyOrderElementsOf(made);
        var bob = scene.account(0);
        assertThat(scene.done(scene.store().assets().findAll(bob.account(), all)))
                .isEmpty();
        assertThat(scene.done(scene.store().assets().findAll(ann.account(), Set.of())))
                .isEmpty();
    }
}
