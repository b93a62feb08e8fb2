package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class PresenceTest {
    private static final WorkerId FIRST = new WorkerId(1);
    private static final WorkerId SECOND = new WorkerId(2);
    private static final Duration THIRD = Duration.ofSeconds(5);

    private final Surroundings at = new Surroundings();
    private final AskedStore store = at.store;
    private int losses;
    private final Presence presence = new Presence(
            new NewWorker("node-1", THIRD.multipliedBy(3), Map.of()),
            store,
            at.time,
            at.inbox,
            () -> losses++);

    private void step() {
        at.inbox.handleAll();
        presence.step(at.time.instant());
    }

    private void stepAfter(Duration duration) {
        at.time.pass(duration);
        step();
    }

    private void answer(Object value) {
        store.answer(value);
        step();
    }

    @Nested
    class OnItsWayIn {
        @Test
        void it_enters_at_its_first_step_and_waits_for_the_answer() {
            step();
            stepAfter(THIRD);
            assertThat(store.asked()).containsExactly("enter node-1");
        }

        @Test
        void nobody_claims_before_the_store_has_let_it_in() {
            step();
            assertThat(presence.claimant()).isNull();
            answer(FIRST);
            assertThat(presence.claimant()).isEqualTo(FIRST);
        }

        @Test
        void a_store_that_cannot_let_it_in_is_asked_again_after_a_third_of_the_lease() {
            step();
            store.refuseForNow();
            stepAfter(THIRD.minusMillis(1));
            assertThat(presence.nextStep()).isEqualTo(NOON.plus(THIRD));
            assertThat(store.asked()).hasSize(1);
            stepAfter(Duration.ofMillis(1));
            assertThat(store.asked()).containsExactly("enter node-1");
        }
    }

    @Nested
    class OnceIn {
        @BeforeEach
        void enter() {
            step();
            answer(FIRST);
            store.asked();
        }

        @Test
        void it_says_at_each_third_of_its_lease_that_it_lives() {
            stepAfter(THIRD.minusMillis(1));
            assertThat(store.asked()).isEmpty();
            stepAfter(Duration.ofMillis(1));
            assertThat(presence.nextStep()).isEqualTo(NOON.plus(THIRD).plus(THIRD));
            stepAfter(THIRD);
            assertThat(store.asked()).containsExactly("heartbeat of 1", "heartbeat of 1");
        }

        @Test
        void a_heartbeat_that_was_stored_or_failed_changes_nothing() {
            stepAfter(THIRD);
            answer(WriteOutcome.STORED);
            stepAfter(THIRD);
            store.refuseForNow();
            step();
            assertThat(losses).isZero();
            assertThat(presence.claimant()).isEqualTo(FIRST);
        }

        @Test
        void it_enters_again_at_once_when_the_store_no_longer_knows_it() {
            stepAfter(THIRD);
            answer(WriteOutcome.LOST);
            assertThat(losses).isEqualTo(1);
            assertThat(presence.claimant()).isNull();
            assertThat(store.asked()).containsExactly("heartbeat of 1", "enter node-1");
            answer(SECOND);
            assertThat(presence.claimant()).isEqualTo(SECOND);
        }

        @Test
        void a_claim_that_brings_nothing_says_the_same() {
            presence.claimedNothing(FIRST);
            assertThat(losses).isEqualTo(1);
            assertThat(store.asked()).containsExactly("enter node-1");
        }

        @Test
        void an_answer_to_who_it_was_before_does_not_end_who_it_is_now() {
            presence.claimedNothing(FIRST);
            answer(SECOND);
            presence.claimedNothing(FIRST);
            assertThat(losses).isEqualTo(1);
            assertThat(presence.claimant()).isEqualTo(SECOND);
        }
    }

    @Nested
    class OnItsWayOut {
        @Test
        void the_store_is_told_once_and_nobody_claims_any_more() {
            step();
            answer(FIRST);
            presence.withdraw();
            assertThat(presence.claimant()).isNull();
            step();
            answer(WriteOutcome.STORED);
            assertThat(store.asked()).containsExactly("enter node-1", "withdraw 1");
            assertThat(presence.nextStep()).isEqualTo(NOON.plus(THIRD));
        }

        @Test
        void a_store_that_could_not_hear_it_is_told_again_a_second_later() {
            step();
            answer(FIRST);
            presence.withdraw();
            step();
            store.refuseForNow();
            step();
            assertThat(presence.nextStep()).isEqualTo(NOON.plusSeconds(1));
            stepAfter(Duration.ofMillis(999));
            assertThat(store.asked()).containsExactly("enter node-1", "withdraw 1");
            stepAfter(Duration.ofMillis(1));
            assertThat(store.asked()).containsExactly("withdraw 1");
        }

        @Test
        void it_goes_on_saying_that_it_lives() {
            step();
            answer(FIRST);
            presence.withdraw();
            stepAfter(THIRD);
            assertThat(store.asked())
                    .containsExactly("enter node-1", "heartbeat of 1", "withdraw 1");
        }

        @Test
        void a_claim_that_brings_nothing_is_what_it_asked_for() {
            step();
            answer(FIRST);
            presence.withdraw();
            presence.claimedNothing(FIRST);
            assertThat(losses).isZero();
        }

        @Test
        void who_was_not_in_yet_never_enters() {
            presence.withdraw();
            step();
            stepAfter(THIRD);
            assertThat(store.asked()).isEmpty();
        }

        @Test
        void who_was_lost_does_not_enter_again() {
            step();
            answer(FIRST);
            presence.withdraw();
            stepAfter(THIRD);
            store.asked();
            answer(WriteOutcome.LOST);
            assertThat(losses).isEqualTo(1);
            stepAfter(THIRD);
            assertThat(store.asked()).isEmpty();
        }

        @Test
        void who_is_let_in_meanwhile_withdraws_at_once() {
            step();
            presence.withdraw();
            answer(FIRST);
            assertThat(presence.claimant()).isNull();
            assertThat(store.asked()).containsExactly("enter node-1", "withdraw 1");
        }
    }
}
