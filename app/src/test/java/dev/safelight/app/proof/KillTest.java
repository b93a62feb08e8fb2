package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

class KillTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final int KILLS = FULL ? 100 : 15;
    private static final int QUEUED = 10_000;

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_lost_however_often_it_is_killed() throws IOException {
        var random = new Random(1);
        try (var server = new ServerProcess(folder, "--slots", "64");
                var history = new History(folder.resolve("history"))) {
            var api = new Api(server.port);
            var load = new Load(api, history);
            for (int round = 0; round < KILLS; round++) {
                server.awaitReady();
                if (round == 0) load.draw();
                load.repeatUnknown();
                killUnderLoad(server, load, round, Duration.ofMillis(200 + random.nextInt(1_500)));
                server.restart();
            }
            server.awaitReady();
            load.repeatUnknown();
            var judge = new HistoryJudge(api, history.read());
            judge.awaitTheEndOfAll();
            judge.judge();
            System.out.printf("* %d kills: %s%n", KILLS, judge);
        }
        new FilesJudge(folder.resolve("data")).judge();
    }

    private static void killUnderLoad(ServerProcess server, Load load, long seed, Duration after) {
        var stop = new AtomicBoolean();
        var killer = Thread.ofPlatform().start(() -> {
            // The moment of the kill is what the test is about; nothing is waited for.
            LockSupport.parkNanos(after.toNanos());
            server.kill();
            stop.set(true);
        });
        load.run(stop, seed);
        try {
            killer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void it_is_ready_again_within_five_seconds_with_ten_thousand_tasks_queued() throws IOException {
        try (var server = new ServerProcess(folder, "--slots", "1")) {
            server.awaitReady();
            var alone = readyAgain(server);
            new Crowd(new Api(server.port)).queue(QUEUED);
            var slowest = Duration.ZERO;
            for (int boot = 0; boot < 3; boot++) {
                var took = readyAgain(server);
                if (took.compareTo(slowest) > 0) slowest = took;
            }
            long most = slowest.toMillis();
            System.out.printf(
                    "* ready with %d queued: %d ms at most, with none %d ms%n",
                    QUEUED, most, alone.toMillis());
            assertThat(slowest).isLessThan(Patience.room(Duration.ofSeconds(5), alone));
        }
    }

    private static Duration readyAgain(ServerProcess server) throws IOException {
        server.kill();
        server.restart();
        return server.awaitReady();
    }
}
