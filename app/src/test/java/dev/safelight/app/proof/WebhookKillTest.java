package dev.safelight.app.proof;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A server that is killed while it tells receivers that fail now and then how tasks end. */
class WebhookKillTest {
    private static final int KILLS = Boolean.getBoolean("safelight.full") ? 100 : 10;

    @TempDir
    private Path folder;

    @Test
    void each_end_is_told_to_each_target_under_one_id_with_the_same_bytes() throws IOException {
        var random = new Random(11);
        try (var receiver = new UnreliableReceiver();
                var server = new ServerProcess(folder, "--dev")) {
            server.awaitReady();
            var api = new Api(server.port, receiver.introduce(new Api(server.port)));
            var load = new WebhookLoad(api, receiver.url(ToldTarget.CALLBACK));
            for (int round = 0; round < KILLS; round++) {
                server.awaitReady();
                load.repeatUnknown();
                killUnderLoad(server, load, random.nextLong(), 200 + random.nextInt(1_500));
                server.restart();
            }
            server.awaitReady();
            load.repeatUnknown();
            var judge = new WebhookJudge(api, load.acknowledged, receiver);
            judge.judge();
            System.out.printf("* %d kills: %s%n", KILLS, judge);
        }
    }

    private static void killUnderLoad(
            ServerProcess server, WebhookLoad load, long seed, int millis) {
        var stop = new AtomicBoolean();
        var killer = Thread.ofPlatform().start(() -> {
            // The moment of the kill is what the test is about; nothing is waited for.
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
            server.kill();
            stop.set(true);
        });
        load.run(stop, seed);
        WebhookLoad.join(killer);
    }
}
