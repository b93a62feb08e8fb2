package dev.safelight.testkit.contract;

import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Test;

/**
 * Slots over random lives: tasks that succeed, fail, are tried again, called off and given back,
 * limits that change, workers that come and go, and processes that are killed.
 */
abstract class SlotLivesContract extends StoreSituation {
    private static final int SEEDS = Boolean.getBoolean("safelight.full") ? 100 : 10;
    private static final int ACTS = 200;

    @Test
    void are_never_more_than_may_be_and_all_there_at_the_end() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var lives = new SlotLives(scene, seed);
            for (int i = 0; i < ACTS; i++) lives.act();
            lives.endAll();
            lives.expectRoomFor(EngineName.SANDBOX);
            lives.endAll();
            lives.expectRoomFor(EngineName.ILLUSTRATOR);
            lives.endAll();
            lives.leave();
        }
    }
}
