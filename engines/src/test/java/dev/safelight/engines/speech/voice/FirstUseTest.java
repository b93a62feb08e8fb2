package dev.safelight.engines.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class FirstUseTest {
    private final FirstUse<String> uses = new FirstUse<>();
    private final Run run = new WaitingRun(false);

    @Test
    void what_was_loaded_is_kept() throws Exception {
        assertThat(uses.get("joe", () -> "loaded", run)).isEqualTo("loaded");
        assertThat(uses.get("joe", () -> "again", run)).isEqualTo("loaded");
    }

    @Test
    void what_could_not_be_loaded_is_tried_again() throws Exception {
        FirstUse.Loader<String> broken = () -> {
            throw new IOException("damaged");
        };
        assertThatIOException().isThrownBy(() -> uses.get("joe", broken, run));
        assertThat(uses.get("joe", () -> "loaded", run)).isEqualTo("loaded");
    }

    @Nested
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    class WhileOneIsLoaded {
        private final ExecutorService others = Executors.newCachedThreadPool();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<String> file = new CompletableFuture<>();

        @AfterEach
        void end() {
            file.complete("loaded");
            others.close();
        }

        private Future<String> load() throws InterruptedException {
            var first = others.submit(() -> uses.get(
                    "joe",
                    () -> {
                        begun.countDown();
                        return file.join();
                    },
                    run));
            begun.await();
            return first;
        }

        @Test
        void another_is_not_kept_waiting() throws Exception {
            var first = load();
            assertThat(uses.get("kumo", () -> "other", run)).isEqualTo("other");
            assertThat(first).isNotDone();
        }

        @Test
        void a_wait_for_it_ends_with_a_stop() throws Exception {
            var first = load();
            var stopped = new WaitingRun(true);
            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> uses.get("joe", () -> "again", stopped));
            assertThat(first).isNotDone();
        }

        @Test
        void who_waits_for_it_gets_it() throws Exception {
            var first = load();
            var second = others.submit(() -> uses.get("joe", () -> "again", run));
            file.complete("loaded");
            assertThat(first.get()).isEqualTo("loaded");
            assertThat(second.get()).isEqualTo("loaded");
        }
    }
}
