package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A read that begins after a change was acknowledged sees it, whoever read before the change. */
class ReadRaceTest {
    /** Each has a progress of its own. */
    private static final int ROUNDS = Boolean.getBoolean("safelight.full") ? 95 : 40;

    @TempDir
    Path folder;

    @RepeatedTest(2)
    void nobody_misses_what_was_acknowledged_before_the_look(RepetitionInfo again) {
        var file = folder.resolve(again.getCurrentRepetition() + ".db");
        try (var race = new ReadRace(file)) {
            assertThat(race.run(ROUNDS)).as("looks that missed a change").isEmpty();
        }
    }
}
