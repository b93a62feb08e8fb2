package dev.safelight.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class ReceiverStateTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private final ReceiverState receiver = new ReceiverState(4);

    private static Instant after(Duration duration) {
        return START.plus(duration);
    }

    @Test
    void what_is_put_off_waits_longer_with_each_rest_and_not_with_each_time() {
        receiver.failed(START);
        assertThat(receiver.putOff()).isEqualTo(Duration.ofSeconds(10));
        assertThat(receiver.putOff()).isEqualTo(Duration.ofSeconds(10));
        receiver.failed(after(Duration.ofSeconds(1)));
        assertThat(receiver.putOff()).isEqualTo(Duration.ofSeconds(20));
        assertThat(receiver.putOff()).isEqualTo(Duration.ofSeconds(20));
        receiver.succeeded(after(Duration.ofSeconds(2)));
        assertThat(receiver.putOff()).as("slow, and no more").isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_success_meanwhile_does_not_end_the_peace_that_it_asked_for() {
        receiver.leaveAlone(START, Duration.ofMinutes(1));
        receiver.succeeded(START);
        assertThat(receiver.hasRoom(after(Duration.ofSeconds(59)), false)).isFalse();
        assertThat(receiver.hasRoom(after(Duration.ofSeconds(60)), false)).isTrue();
    }

    @Test
    void one_that_takes_what_it_is_sent_is_in_nobodys_way() {
        receiver.begin(START);
        assertThat(receiver.stuckFrom()).isEqualTo(after(Duration.ofMillis(300)));
        receiver.succeeded(after(Duration.ofMillis(900)));
        assertThat(receiver.stuckFrom()).isEqualTo(after(Duration.ofMillis(1_200)));
        receiver.failed(after(Duration.ofSeconds(1)));
        assertThat(receiver.stuckFrom()).isEqualTo(after(Duration.ofMillis(1_200)));
    }

    @Test
    void one_that_has_taken_nothing_yet_or_failed_last_has_room_for_one() {
        assertThat(room(START)).as("it is new").isEqualTo(1);
        receiver.succeeded(START);
        assertThat(room(START)).isEqualTo(4);
        receiver.begin(START);
        assertThat(receiver.hasRoom(START, false)).isTrue();
        assertThat(receiver.hasRoom(START, true))
                .as("much is under way beside it")
                .isFalse();
        receiver.end();
        receiver.failed(START);
        assertThat(room(after(Duration.ofSeconds(1)))).isEqualTo(1);
    }

    /** How many may be begun; all of them end again. */
    private int room(Instant now) {
        int begun = 0;
        for (; receiver.hasRoom(now, false); begun++) receiver.begin(now);
        for (int i = 0; i < begun; i++) receiver.end();
        return begun;
    }

    @Test
    void something_is_known_of_one_that_took_or_refused_something() {
        assertThat(receiver.isNew(START)).isTrue();
        receiver.missed(START);
        assertThat(receiver.isNew(START)).as("it rests").isFalse();
        assertThat(receiver.isNew(after(Duration.ofSeconds(1)))).isTrue();
        receiver.succeeded(START);
        assertThat(receiver.isNew(after(Duration.ofDays(1)))).isFalse();
        receiver.failed(START);
        assertThat(receiver.isNew(after(Duration.ofDays(1)))).isFalse();
    }
}
