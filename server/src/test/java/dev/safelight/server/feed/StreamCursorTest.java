package dev.safelight.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;

class StreamCursorTest {
    /** A thousand intervals of 20 s after the protocol's beginning of time. */
    private static final Instant NOW =
            Instant.parse("2024-10-09T00:00:00Z").plusSeconds(1_000 * 20 + 7);

    private final Random random = new Random(1);

    @Test
    void it_is_the_number_of_the_interval() {
        assertThat(StreamCursor.next(null, NOW, random)).isEqualTo("1000");
        assertThat(StreamCursor.next("999", NOW, random)).isEqualTo("1000");
    }

    @Test
    void who_is_as_far_or_ahead_is_given_a_later_one_within_an_hour() {
        for (int i = 0; i < 1_000; i++) {
            long next = Long.parseLong(StreamCursor.next("1000", NOW, random));
            assertThat(next).isBetween(1_001L, 1_180L);
        }
        long ahead = Long.parseLong(StreamCursor.next("123456", NOW, random));
        assertThat(ahead).isGreaterThan(123_456);
    }

    @Test
    void what_is_no_cursor_is_as_good_as_none() {
        for (var text : new String[] {"", "abc", "-5", "1e9", "9".repeat(40)})
            assertThat(StreamCursor.next(text, NOW, random)).isEqualTo("1000");
    }
}
