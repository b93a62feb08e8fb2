package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Collections.frequency;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How accounts of one weight share an engine. */
abstract class ShareContract extends StoreSituation {
    private final Map<TaskId, Principal> owners = new HashMap<>();

    private void accept(int many, Order order) {
        for (int i = 0; i < many; i++) owners.put(scene.accepted(order), order.who());
    }

    /** Whose tasks are claimed, one after another, each when the one before is done. */
    private List<Principal> served(WorkerId worker, int many) {
        var served = new ArrayList<Principal>();
        for (int i = 0; i < many; i++) {
            var lease = scene.claim(worker);
            served.add(owners.get(lease.task()));
            scene.done(tasks().complete(lease, scene.result(0)));
        }
        return served;
    }

    private List<Principal> owners(List<Lease> leases) {
        return leases.stream().map(lease -> owners.get(lease.task())).toList();
    }

    @Nested
    class AShare {
        @Test
        void is_equal_at_any_time_between_accounts_that_always_wait() {
            var bob = scene.account(CREDITS);
            var carl = scene.account(CREDITS);
            accept(40, order().withPriority(9));
            accept(15, Order.by(bob).withPriority(0));
            accept(20, Order.by(carl));
            var served = served(scene.worker(1), 36);
            for (int i = 1; i <= served.size(); i++) {
                for (var account : List.of(ann, bob, carl))
                    assertThat(frequency(served.subList(0, i), account))
                            .isBetween(i / 3 - 1, i / 3 + 2);
            }
        }

        @Test
        void is_equal_among_many_that_are_claimed_at_once() {
            var bob = scene.account(CREDITS);
            accept(20, order());
            accept(20, Order.by(bob));
            var claimed = owners(scene.claim(scene.worker(12), 12));
            assertThat(frequency(claimed, bob)).isBetween(5, 7);
            assertThat(frequency(claimed, ann)).isBetween(5, 7);
        }

        @Test
        void of_an_account_whose_slots_are_used_goes_to_the_others() {
            var bob = scene.account(CREDITS);
            var carl = scene.account(CREDITS, new KeyLimits(1, 0, 0));
            accept(10, Order.by(carl));
            accept(10, order());
            accept(10, Order.by(bob));
            var claimed = owners(scene.claim(scene.worker(9), 9));
            assertThat(frequency(claimed, carl)).isOne();
            assertThat(frequency(claimed, ann)).isBetween(3, 5);
        }

        @Test
        void of_an_account_that_was_never_here_begins_without_credit() {
            var bob = scene.account(CREDITS);
            var worker = scene.worker(1);
            accept(40, order());
            served(worker, 20);
            accept(20, Order.by(bob));
            assertThat(frequency(served(worker, 12), bob)).isBetween(5, 7);
        }

        @Test
        void of_an_account_that_was_away_begins_without_credit() {
            var bob = scene.account(CREDITS);
            var worker = scene.worker(1);
            accept(1, Order.by(bob));
            accept(40, order());
            served(worker, 20);
            accept(20, Order.by(bob));
            assertThat(frequency(served(worker, 12), bob)).isBetween(5, 7);
        }

        @Test
        void at_one_engine_does_not_count_at_another() {
            var bob = scene.account(CREDITS);
            accept(16, order().to(EngineName.ILLUSTRATOR));
            var painter = scene.worker("node-2", EngineName.ILLUSTRATOR, 16);
            scene.done(tasks().claim(painter, EngineName.ILLUSTRATOR, 16));
            accept(16, order());
            accept(16, Order.by(bob));
            assertThat(frequency(served(scene.worker(1), 12), ann)).isBetween(5, 7);
        }

        @Test
        void goes_round_between_accounts_however_much_one_has_waiting() {
            var bob = scene.account(CREDITS);
            accept(20, order().withPriority(9));
            accept(3, Order.by(bob).withPriority(0));
            assertThat(frequency(owners(scene.claim(scene.worker(6), 6)), bob)).isEqualTo(3);
        }

        /** One that always has exactly one task waiting must not get ahead of everybody else. */
        @Test
        void is_not_renewed_by_coming_back_with_an_empty_queue() {
            var bob = scene.account(CREDITS);
            var worker = scene.worker(1);
            accept(20, order());
            int bobs = 0;
            accept(1, Order.by(bob));
            for (int turn = 0; turn < 10; turn++) {
                var lease = scene.claim(worker);
                if (bob.equals(owners.get(lease.task()))) {
                    bobs++;
                    accept(1, Order.by(bob));
                }
                scene.done(tasks().complete(lease, scene.result(0)));
            }
            assertThat(bobs).isBetween(4, 6);
        }
    }
}
