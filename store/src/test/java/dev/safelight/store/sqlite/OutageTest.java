package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Lease;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A store that takes nothing for longer than a lease, under a worker that is well. */
class OutageTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Gate gate = new Gate();
    private SqliteHarness harness;
    private Scene scene;
    private WorkerId worker;
    private Lease lease;

    @BeforeEach
    void set() throws IOException {
        link();
        var file = new StoreSettings.Location.File(folder.resolve("link/s.db"));
        harness = new SqliteHarness(file, time, changes -> {}, gate);
        scene = new Scene(harness, time);
        worker = scene.worker(1);
        lease = scene.running(Order.by(scene.account(100)), worker);
    }

    @AfterEach
    void clear() {
        harness.close();
    }

    private void link() throws IOException {
        var real = Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), real);
    }

    private void heartbeatIsNotHeard() {
        gate.set(Gate.Next.FAIL_BEFORE, 9);
        var beat = harness.tasks().heartbeat(worker, Scene.LEASE);
        harness.step();
        assertThat(beat).isCompletedExceptionally();
        gate.set(Gate.Next.PASS, 0);
    }

    private void assertItStillHasItsTask() {
        assertThat(scene.done(harness.tasks().heartbeat(worker, Scene.LEASE)))
                .isEqualTo(WriteOutcome.STORED);
        assertThat(scene.done(harness.tasks().complete(lease, scene.result(1))))
                .isEqualTo(WriteOutcome.STORED);
    }

    @Test
    void a_heartbeat_in_a_batch_that_failed_ends_no_lease() {
        time.pass(Scene.LEASE.minus(SECOND));
        heartbeatIsNotHeard();
        scene.pass(SECOND.plus(SECOND));
        assertItStillHasItsTask();
    }

    @Test
    void a_file_that_cannot_be_opened_for_long_ends_no_lease() throws IOException {
        Files.delete(folder.resolve("link"));
        heartbeatIsNotHeard();
        time.pass(Scene.LEASE.plus(Scene.LEASE));
        link();
        harness.settle();
        assertItStillHasItsTask();
    }

    @Test
    void a_worker_that_says_nothing_after_it_is_dismissed_all_the_same() {
        heartbeatIsNotHeard();
        scene.pass(Scene.LEASE);
        assertThat(scene.done(harness.tasks().heartbeat(worker, Scene.LEASE)))
                .isEqualTo(WriteOutcome.LOST);
    }

    @Test
    void it_is_opened_again_once_a_second_however_often_the_writer_is_woken() throws IOException {
        Files.delete(folder.resolve("link"));
        heartbeatIsNotHeard();
        link();
        assertThat(harness.step()).isAfter(time.instant());
        assertThat(harness.opened().isHealthy()).isFalse();
        time.pass(SECOND);
        harness.step();
        assertThat(harness.opened().isHealthy()).isTrue();
    }
}
