package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.testkit.contract.Order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks of several leases' length, begun when nothing breaks any more: each has to run through at
 * its first attempt. While faults are on, nobody could tell a worker that is silent for good.
 */
final class Endurance {
    private static final int TASKS = 3;
    private static final int LEASES = 3;

    /** Callers number theirs from nothing. */
    private static final int FIRST_NUMBER = 1_000_000;

    private final World world;
    private final Principal who;
    private final List<TaskId> tasks = new ArrayList<>();

    Endurance(World world, Principal who) {
        this.world = world;
        this.who = who;
    }

    void begin() {
        for (int i = 0; i < TASKS; i++) {
            var plan = new Plan(
                    FIRST_NUMBER + i, Plan.Kind.SUCCEED, LEASES, (int) Boot.LEASE.toMillis());
            var order = Order.by(who).saying(plan.json()).runningAtMost(Duration.ofMinutes(5));
            var server = world.process().server;
            var id = new TaskId(server.ids().next(who.account().number()));
            var answer = world.done(server.store().tasks().submit(order.as(id)));
            assertThat(answer).isInstanceOf(Submission.Accepted.class);
            tasks.add(id);
            world.followers.follow(who.account(), id);
        }
    }

    void judge() {
        var reads = world.process().server.store().reads();
        for (var task : tasks) {
            var view = world.done(reads.find(who.account(), task)).orElseThrow();
            assertThat(view.status())
                    .as("I8: a task of %d leases", LEASES)
                    .isEqualTo(TaskStatus.SUCCEEDED);
            var starts = world.done(reads.log(who.account(), task, 0, 1_000)).stream()
                    .map(LogEntry::kind)
                    .filter(kind -> kind == TaskEvent.Kind.STARTED)
                    .count();
            assertThat(starts).as("attempts at a task of %d leases", LEASES).isEqualTo(1);
        }
    }
}
