package dev.safelight.store.sqlite.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.safelight.core.task.StoreFault;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.simulation.Mailbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

class ReadPoolTest {
    private static final String LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1"
            + " FROM n WHERE i<3000000) SELECT count(*) FROM n";

    private final Connections connections = Connections.inMemory("reads");
    private final Db keeper = connections.connect();

    @AfterEach
    void close() {
        keeper.close();
    }

    private ReadPool pool(Executor executor, long instructions, int waiting) {
        return new ReadPool(connections, executor, new ReadPool.Limits(instructions, waiting, 1));
    }

    private static CompletableFuture<Boolean> read(ReadPool pool, String sql) {
        return pool.read(reader -> {
            reader.ask(question(sql)).each(number -> {});
            return true;
        });
    }

    private static ReadPool.Question<Long> question(String sql) {
        return ReadPool.Question.sql(sql, columns -> row -> row.number(1));
    }

    private static void assertRefused(CompletableFuture<?> answer, StoreFault.Kind kind) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void a_read_that_takes_too_long_is_broken_off_and_the_next_one_runs() {
        try (var pool = pool(Runnable::run, 0, 9)) {
            assertRefused(read(pool, LONG), StoreFault.Kind.BUSY);
            assertThat(read(pool, "SELECT 1").join()).isTrue();
        }
    }

    @Test
    void a_read_that_takes_its_time_is_answered() {
        try (var pool = pool(Runnable::run, Long.MAX_VALUE, 9)) {
            assertThat(read(pool, LONG).join()).isTrue();
        }
    }

    @Test
    void more_than_may_wait_is_refused_until_there_is_room() {
        var executor = new Mailbox();
        try (var pool = pool(executor, Long.MAX_VALUE, 1)) {
            var first = read(pool, "SELECT 1");
            assertRefused(read(pool, "SELECT 1"), StoreFault.Kind.BUSY);
            executor.runOne(new Random(1));
            assertThat(first.join()).isTrue();
            assertThat(read(pool, "SELECT 1")).isNotDone();
        }
    }

    @Test
    void what_comes_after_its_threads_have_gone_is_refused_as_an_answer() {
        Executor gone = work -> {
            throw new RejectedExecutionException("gone");
        };
        try (var pool = pool(gone, Long.MAX_VALUE, 9)) {
            assertRefused(read(pool, "SELECT 1"), StoreFault.Kind.BROKEN);
        }
    }

    @Nested
    class OnTheThreadThatAsks {
        private final Mailbox executor = new Mailbox();

        private static CompletableFuture<Boolean> readHere(ReadPool pool) {
            return pool.readHere(reader -> true);
        }

        @Test
        void a_read_is_there_when_the_call_returns() {
            try (var pool = pool(executor, Long.MAX_VALUE, 9)) {
                assertThat(readHere(pool).join()).isTrue();
                assertThat(readHere(pool).join()).isTrue();
            }
        }

        @Test
        void what_is_one_too_many_waits_for_a_reader() {
            try (var pool = pool(executor, Long.MAX_VALUE, 9)) {
                var read = new AtomicReference<CompletableFuture<Boolean>>();
                pool.readHere(reader -> {
                            read.set(readHere(pool));
                            return true;
                        })
                        .join();
                var second = read.get();
                assertThat(second).isNotDone();
                executor.runOne(new Random(1));
                assertThat(second.join()).isTrue();
            }
        }

        @Test
        void a_failed_read_makes_room_for_the_next() {
            try (var pool = pool(executor, Long.MAX_VALUE, 9)) {
                var failed = pool.readHere(reader -> reader.ask(question("SELECT x")));
                assertRefused(failed, StoreFault.Kind.BROKEN);
                assertThat(readHere(pool).join()).isTrue();
            }
        }

        @Test
        void it_is_never_a_virtual_one() throws InterruptedException {
            try (var pool = pool(executor, Long.MAX_VALUE, 9)) {
                var refused = new AtomicReference<Throwable>();
                Thread.startVirtualThread(() -> refused.set(catchThrowable(() -> readHere(pool))))
                        .join();
                assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void nobody_reads_once_it_is_closed() {
            var pool = pool(executor, Long.MAX_VALUE, 9);
            pool.close();
            pool.close();
            assertThat(readHere(pool)).isNotDone();
        }
    }
}
