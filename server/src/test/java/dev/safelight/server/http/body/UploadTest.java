package dev.safelight.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** How a body is read that comes faster than it is taken, or whose reader breaks. */
class UploadTest {
    private static final int PIECE = 1 << 16;
    private static final int TURN = 1 << 20;
    private static final long LEAST = 960;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final SlowUploads slow = new SlowUploads(() -> now);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Line line = new Line();
    private final Upload upload = new Upload(line.request(), slow);
    private long taken;

    /** A connection, on which a body comes in as a test says. */
    private static final class Line {
        private int pieces;
        private @Nullable Error breaks;
        private @Nullable Runnable demand;

        private Request request() {
            var loader = Request.class.getClassLoader();
            return (Request) Proxy.newProxyInstance(
                    loader,
                    new Class<?>[] {Request.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getLength" -> -1L;
                        case "read" -> read();
                        case "demand" -> ask((Runnable) arguments[0]);
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> throw new UnsupportedOperationException(method.toString());
                    });
        }

        private @Nullable Void ask(Runnable told) {
            demand = told;
            return null;
        }

        private Content.@Nullable Chunk read() {
            if (breaks != null) throw breaks;
            if (pieces == 0) return null;
            pieces--;
            return Content.Chunk.from(ByteBuffer.allocate(PIECE), false);
        }

        private void tell() {
            var told = demand;
            demand = null;
            if (told != null) told.run();
        }
    }

    private CompletableFuture<Long> read(Upload.Sink sink) {
        return upload.into(sink, new Upload.Terms(Long.MAX_VALUE, LEAST, tasks::add));
    }

    private CompletableFuture<Long> read() {
        return read(piece -> taken += piece.remaining());
    }

    private void turn() {
        tasks.remove().run();
    }

    private void pass(Duration time) {
        now = now.plus(time);
        slow.step(now);
    }

    @Nested
    class AFastSender {
        @Test
        void gives_its_thread_back_after_each_mebibyte() {
            line.pieces = 3 * TURN / PIECE;
            var read = read();
            for (int turns = 1; turns <= 3; turns++) {
                turn();
                assertThat(taken).isEqualTo((long) turns * TURN);
                assertThat(tasks).hasSize(1);
            }
            turn();
            assertThat(tasks).isEmpty();
            assertThat(line.demand).isNotNull();
            assertThat(read).isNotDone();
        }

        @Test
        void is_not_too_slow_while_it_waits_for_a_thread() {
            var read = read();
            turn();
            line.pieces = 1;
            line.tell();
            for (int minute = 0; minute < 5; minute++) pass(Duration.ofMinutes(1));
            assertThat(read).isNotDone();
            turn();
            pass(Duration.ofSeconds(59));
            assertThat(read).isNotDone();
            for (int second = 0; second < 61; second++) pass(Duration.ofSeconds(1));
            assertThatThrownBy(read::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().code())
                                    .isEqualTo(ProblemCode.REQUEST_TIMEOUT));
            assertThat(slow.size()).isZero();
        }
    }

    @Nested
    class AnError {
        private final Error error = new OutOfMemoryError("says the test");

        @Test
        void of_whoever_takes_the_pieces_ends_the_reading() {
            line.pieces = 1;
            var read = read(piece -> {
                throw error;
            });
            turn();
            assertThatThrownBy(read::join).hasCause(error);
        }

        @Test
        void of_the_line_ends_it_too() {
            var read = read();
            turn();
            line.breaks = error;
            line.tell();
            turn();
            assertThatThrownBy(read::join).hasCause(error);
            assertThat(slow.size()).isZero();
        }
    }
}
