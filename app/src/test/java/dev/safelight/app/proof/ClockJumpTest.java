package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class ClockJumpTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SLOTS = 8;

    /** Enough submits that every part of the server has looked at its clock. */
    private static final int SOME = 25;

    @TempDir
    Path folder;

    private WallClock clock;

    @BeforeEach
    void set() throws IOException {
        clock = WallClock.in(folder);
    }

    private ServerProcess server() throws IOException {
        return new ServerProcess(
                folder, clock.stage(), "--slots", Integer.toString(SLOTS), "--drain-seconds", "1");
    }

    private void jumpUnderLoad(Api api, Load load, Duration ahead, long seed) throws IOException {
        try (var _ = new Meanwhile(load::run, seed)) {
            load.awaitAccepted(SOME);
            clock.set(ahead);
            WallClock.awaitShown(api, ahead);
            load.awaitAccepted(SOME);
        }
    }

    @Test
    void of_a_day_while_it_runs_changes_no_task() throws IOException {
        try (var server = server();
                var history = new History(folder.resolve("history"))) {
            server.awaitReady();
            var api = new Api(server.port);
            var load = new Load(api, history, Load.QUICK);
            var address = api.addressOfAFile(load.plant("succeed"));
            var bytes = api.file(address);
            var running = new ArrayList<String>();
            for (int i = 0; i < SLOTS; i++) running.add(load.plant("hang"));
            Patience.until(
                    "all slots are taken",
                    () -> running.stream().allMatch(task -> api.status(task).equals("PROCESSING")));
            var queued = load.plant("succeed");
            var held = hold(api, running.getFirst());

            jumpUnderLoad(api, load, DAY, 1);
            jumpUnderLoad(api, load, DAY.negated(), 2);
            assertThat(running).allMatch(task -> api.status(task).equals("PROCESSING"));
            assertThat(api.status(queued)).isEqualTo("PENDING");

            for (var task : running.subList(1, SLOTS)) load.cancel(task);
            jumpUnderLoad(api, load, DAY, 3);
            jumpUnderLoad(api, load, DAY.negated(), 4);
            assertThat(api.file(address)).isEqualTo(bytes);
            assertThat(held).isNotDone();
            load.cancel(running.getFirst());
            assertThat(held.join().get("status").asString()).isEqualTo("CANCELLED");

            judge(api, load, history.read());
            assertThat(api.status(queued)).isEqualTo("COMPLETED");
            server.stop();
            new LogJudge(server.data(), history.read()).judge(HOUR);
        }
    }

    private static CompletableFuture<JsonNode> hold(Api api, String task) {
        var answer = new CompletableFuture<JsonNode>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(api.await(task));
            } catch (AssertionError | RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer;
    }

    private static void judge(Api api, Load load, List<String[]> history) {
        load.repeatUnknown();
        var judge = new HistoryJudge(api, history);
        judge.awaitTheEndOfAll();
        judge.judge();
        System.out.printf("* clock jumps: %s%n", judge);
    }

    @Test
    void of_a_day_back_before_a_start_loses_nothing_and_turns_no_time_back() throws IOException {
        try (var server = server();
                var history = new History(folder.resolve("history"))) {
            server.awaitReady();
            var api = new Api(server.port);
            var load = new Load(api, history, Load.QUICK);
            var running = load.plant("hang");
            try (var _ = new Meanwhile(load::run, 1)) {
                load.awaitAccepted(SOME);
            }
            server.stop();
            clock.set(DAY.negated());
            server.restart();
            server.awaitReady();
            WallClock.awaitShown(api, DAY.negated());
            try (var _ = new Meanwhile(load::run, 2)) {
                load.awaitAccepted(SOME);
            }
            Patience.until("it runs again", () -> api.status(running).equals("PROCESSING"));
            load.cancel(running);
            judge(api, load, history.read());
            server.stop();
            new LogJudge(server.data(), history.read()).judge(HOUR);
        }
    }
}
