package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.audit.Audit;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Two decide about the same running task at the same moment: one wins, the other is told so. */
class RaceTest {
    private static final int RUNS = Boolean.getBoolean("safelight.full") ? 200 : 20;
    private static final Set<TaskEvent.Kind> ENDS =
            EnumSet.of(TaskEvent.Kind.SUCCEEDED, TaskEvent.Kind.FAILED, TaskEvent.Kind.CANCELLED);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> exactly_one_wins_and_the_ledger_is_exact() {
        return Arrays.stream(Contender.values())
                .flatMap(first -> Arrays.stream(Contender.values())
                        .map(second -> DynamicTest.dynamicTest(
                                first + " against " + second, () -> race(first, second))));
    }

    private void race(Contender first, Contender second) {
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        var file = folder.resolve(first + "-" + second + ".db");
        try (var running = new RunningStore(file, time)) {
            var race = new Race(running, RUNS, first, second);
            var answers = race.run(first, second);
            settle(race);
            for (int i = 0; i < RUNS; i++) {
                var told = Arrays.asList(answers.get(0).get(i), answers.get(1).get(i));
                judge(race, race.leases.get(i), List.of(first, second), told);
            }
            assertThat(lateWrites(race)).containsOnly(WriteOutcome.LOST);
            audit(file);
        }
    }

    /** An answered write behind everything else: the clock's contenders have been heard by then. */
    private static void settle(Race race) {
        RunningStore.done(race.running.store.ledger().grant(race.owner.account(), new Credits(1)));
    }

    private static void judge(Race race, Lease lease, List<Contender> contenders, List<Told> told) {
        var reads = race.running.store.reads();
        var account = race.owner.account();
        var kinds = RunningStore.done(reads.log(account, lease.task(), 0, 100)).stream()
                .map(LogEntry::kind)
                .toList();
        var status = RunningStore.done(reads.find(account, lease.task()))
                .orElseThrow()
                .status();
        assertThat(kinds.stream().filter(ENDS::contains).count())
                .as("ends in %s", kinds)
                .isEqualTo(status.isTerminal() ? 1 : 0);
        if (!contenders.contains(Contender.RESCUE))
            assertThat(status.isTerminal()).isTrue();
        else if (!status.isTerminal()) assertThat(status).isEqualTo(TaskStatus.RETRYING);
        long won = 0;
        for (int i = 0; i < 2; i++) {
            if (told.get(i) != Told.WON) continue;
            won++;
            // Whoever was told that it won is in the log, and nobody else can be.
            assertThat(kinds).contains(contenders.get(i).mark);
        }
        assertThat(won).as("told that they won").isLessThanOrEqualTo(1);
        if (!told.contains(Told.NOTHING)) assertThat(won).isEqualTo(1);
    }

    private static List<WriteOutcome> lateWrites(Race race) {
        return race.leases.stream()
                .flatMap(lease -> Stream.of(
                        race.tasks().complete(lease, Race.NOTHING),
                        race.tasks().fail(lease, Scene.BROKEN, false),
                        race.tasks().progress(lease, 99)))
                .toList()
                .stream()
                .map(RunningStore::done)
                .toList();
    }

    private static void audit(Path file) {
        try (var db = Connections.toFile(file).connect()) {
            Audit.check(db::number);
        }
    }
}
