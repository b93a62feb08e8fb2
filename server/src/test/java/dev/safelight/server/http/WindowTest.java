package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Random;

class WindowTest {
    private static final long START = 1_800_000_000_000L;

    @Test
    void what_is_left_counts_down_and_comes_back_after_a_minute() {
        var window = new Window("reads", 2);
        assertThat(window.admit(START).remaining()).isEqualTo(1);
        assertThat(window.admit(START + 30_000).remaining()).isZero();
        var over = window.admit(START + 31_000);
        assertThat(over.admitted()).isFalse();
        assertThat(over.seconds()).isEqualTo(29);
        assertThat(over.reset()).isEqualTo(Instant.ofEpochMilli(START + 60_000));
        assertThat(window.admit(START + 60_000).admitted()).isTrue();
        assertThat(window.admit(START + 60_000).admitted()).isFalse();
    }

    @Test
    void no_minute_ever_holds_more_than_the_limit() {
        var random = new Random(7);
        var window = new Window("reads", 50);
        var admitted = new ArrayDeque<Long>();
        long now = START;
        for (int call = 0; call < 20_000; call++) {
            now += random.nextInt(100) == 0 ? random.nextInt(90_000) : random.nextInt(700);
            if (window.admit(now).admitted()) admitted.add(now);
            // The counts are by the second, so a window is 59 whole seconds and two parts.
            while (admitted.peek() != null && admitted.peek() <= now - 59_000) admitted.remove();
            assertThat(admitted).hasSizeLessThanOrEqualTo(50);
        }
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_away() {
        var window = new Window("reads", 1);
        assertThat(window.admit(START).admitted()).isTrue();
        assertThat(window.admit(START - 120_000).admitted()).isFalse();
    }

    @Test
    void a_clock_that_goes_back_and_returns_forgets_nothing() {
        for (long back : new long[] {1_000, 59_000, 60_000, 61_000, 120_000, 86_400_000}) {
            var window = new Window("reads", 2);
            window.admit(START);
            window.admit(START - back);
            assertThat(window.admit(START).admitted()).as("back by %d ms", back).isFalse();
            assertThat(window.admit(START + 59_000).admitted()).isFalse();
            assertThat(window.admit(START + 60_000).remaining()).isEqualTo(1);
        }
    }

    @Test
    void it_rests_when_a_minute_has_passed() {
        var window = new Window("reads", 1);
        window.admit(START);
        assertThat(window.isIdle(START + 60_000)).isFalse();
        assertThat(window.isIdle(START + 61_000)).isTrue();
    }
}
