package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class ConnectionsTest {
    private static final HttpLimits LIMITS = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(
                    new HttpLimits.Permits(100, 100, 100), new HttpLimits.Permits(100, 100, 100)),
            new HttpLimits.Together(64L << 20, new HttpLimits.LargeBodies(16 << 20, 2), 64, 100));

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Connections connections = new Connections(LIMITS, () -> now);
    private final Line line = new Line();

    @BeforeEach
    void open() {
        connections.onOpened(line);
    }

    private boolean isOpenAfter(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            connections.step(now);
        }
        return line.getEndPoint().isOpen();
    }

    @Nested
    class WhileNothingIsSent {

        @Test
        void it_may_be_silent_for_the_idle_time() {
            assertThat(isOpenAfter(60)).isTrue();
            assertThat(isOpenAfter(1)).isFalse();
        }
    }

    @Nested
    class WhenHeadersHaveBegun {

        @Test
        void they_are_whole_within_the_read_time_or_the_connection_closes() {
            line.in = 10;
            assertThat(isOpenAfter(21)).isTrue();
            assertThat(isOpenAfter(1)).isFalse();
        }

        @Test
        void dripping_on_wins_no_time() {
            for (int second = 0; second < 21; second++) {
                line.in++;
                assertThat(isOpenAfter(1)).isTrue();
            }
            line.in++;
            assertThat(isOpenAfter(1)).isFalse();
        }

        @Test
        void whole_ones_begin_the_idle_time() {
            line.in = 10;
            assertThat(isOpenAfter(15)).isTrue();
            line.requests = 1;
            line.answers = 1;
            assertThat(isOpenAfter(60)).isTrue();
        }
    }

    /** A connection that tells what a test says of it. */
    private static final class Line extends AbstractConnection {
        private long in;
        private long requests;
        private long answers;

        private Line() {
            super(new ByteArrayEndPoint(), Runnable::run);
        }

        @Override
        public void onFillable() {}

        @Override
        public long getBytesIn() {
            return in;
        }

        @Override
        public long getBytesOut() {
            return 0;
        }

        @Override
        public long getMessagesIn() {
            return requests;
        }

        @Override
        public long getMessagesOut() {
            return answers;
        }
    }
}
