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

/** A server that is killed while files come in. */
class UploadKillTest {
    private static final int KILLS = Boolean.getBoolean("safelight.full") ? 50 : 5;

    @TempDir
    private Path folder;

    @Test
    void every_row_has_its_whole_file_and_every_file_its_row() throws IOException {
        var random = new Random(10);
        var log = new BroughtFiles();
        try (var server = new ServerProcess(folder)) {
            for (int round = 0; round < KILLS; round++) {
                server.awaitReady();
                killWhileFilesCome(server, log, random.nextLong(), 300 + random.nextInt(1_200));
                log.countHalves(folder.resolve("data"));
                server.restart();
            }
            server.awaitReady();
            log.judge(server.port);
            System.out.printf("* %d kills: %s%n", KILLS, log);
            assertThat(log.halves())
                    .as("files that kills met half-written")
                    .isGreaterThanOrEqualTo(KILLS);
        }
        new FilesJudge(folder.resolve("data")).judge();
        try (var store = Remains.store(folder.resolve("data"))) {
            assertThat(log.bytesOfWholeFiles()).isEqualTo(Remains.uploadedBytes(store));
        }
    }

    private static void killWhileFilesCome(
            ServerProcess server, BroughtFiles log, long seed, int millis) {
        var stop = new AtomicBoolean();
        var killer = Thread.ofPlatform().start(() -> {
            // The moment of the kill is what the test is about; nothing is waited for.
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
            server.kill();
            stop.set(true);
        });
        log.bring(server.port, stop, seed);
        try {
            killer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
