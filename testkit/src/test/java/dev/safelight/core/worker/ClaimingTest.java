package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.NOON;
import static dev.safelight.core.worker.Surroundings.change;
import static dev.safelight.core.worker.Surroundings.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.testkit.simulation.ActingEngine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Of an engine with two slots, whose runs take a minute. */
class ClaimingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Surroundings at = new Surroundings();
    private final AskedStore store = at.store;
    private final ActiveRuns active = new ActiveRuns();
    private final Presence presence = new Presence(
            new NewWorker("node-1", Duration.ofDays(1), Map.of()),
            store,
            at.time,
            at.inbox,
            () -> active.stopAll(StopReason.LOST));
    private final Claiming claiming = new Claiming(
            at.ports, at.inbox, presence, at.running(active, new ActingEngine((job, run) -> {
                run.pause(MINUTE);
                return Surroundings.made(1);
            })));

    @BeforeEach
    void enter() {
        step();
        store.answer(new WorkerId(1));
        step();
        assertThat(store.asked()).containsExactly("enter node-1", "claim 2 for 1");
    }

    @AfterEach
    void kill() {
        at.close();
    }

    private void step() {
        at.inbox.handleAll();
        presence.step(now());
        claiming.step(now());
        at.letRun();
    }

    private Instant now() {
        return at.time.instant();
    }

    private void bring(Lease... leases) {
        store.answer(List.of(leases));
        step();
    }

    @Nested
    class WhileAClaimWaits {
        @Test
        void no_other_is_made() {
            step();
            assertThat(store.asked()).isEmpty();
            assertThat(claiming.nextStep(now())).isEqualTo(Instant.MAX);
        }

        @Test
        void what_it_brings_runs_and_the_slots_left_are_claimed() {
            bring(lease(1, 1));
            assertThat(at.runs.size()).isEqualTo(1);
            assertThat(store.asked()).containsExactly("claim 1 for 1");
        }

        @Test
        void nothing_is_claimed_without_a_free_slot_until_a_run_has_ended() {
            bring(lease(1, 1), lease(2, 1));
            assertThat(store.asked()).isEmpty();
            at.pass(MINUTE);
            store.answer(WriteOutcome.STORED);
            at.letRun();
            step();
            assertThat(store.asked()).containsExactly("complete", "complete", "claim 1 for 1");
        }

        @Test
        void one_that_fails_is_made_again_a_second_later() {
            store.refuseForNow();
            step();
            assertThat(claiming.nextStep(now())).isEqualTo(NOON.plusSeconds(1));
            at.time.pass(Duration.ofMillis(999));
            step();
            assertThat(store.asked()).isEmpty();
            at.time.pass(Duration.ofMillis(1));
            step();
            assertThat(store.asked()).containsExactly("claim 2 for 1");
            assertThat(claiming.nextStep(now())).isEqualTo(Instant.MAX);
        }

        @Test
        void one_that_brings_nothing_makes_the_worker_enter_again() {
            bring();
            assertThat(store.asked()).containsExactly("enter node-1");
        }
    }

    @Nested
    class BetweenTheAnswerAndTheNextStep {
        @Test
        void a_run_hears_that_its_task_was_cancelled() {
            store.answer(List.of(lease(1, 1)));
            active.committed(change(lease(1, 1), TaskStatus.CANCELLED));
            step();
            assertThat(store.asked()).containsExactlyInAnyOrder("stopped", "claim 1 for 1");
        }

        @Test
        void what_arrives_on_the_way_out_is_given_back() {
            store.answer(List.of(lease(1, 1)));
            presence.withdraw();
            step();
            assertThat(store.asked()).containsExactlyInAnyOrder("withdraw 1", "give back");
        }
    }
}
