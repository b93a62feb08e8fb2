package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.testkit.contract.Order;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Somebody who uses the server, and keeps a history of what it was told. An answer that gets lost
 * on the way, or whose process is gone, was never told.
 */
final class Caller {
    /** A little less than the day, for a clock that starts again where it stored last. */
    static final Duration KEPT = Duration.ofHours(24).minusMinutes(5);

    final Principal who;
    final Map<TaskId, Known> tasks = new LinkedHashMap<>();

    /** Which task each idempotency key was answered with. */
    final Map<String, TaskId> byKey = new LinkedHashMap<>();

    /** Keyed submits whose outcome the caller does not know. */
    final Map<String, Order> unknown = new LinkedHashMap<>();

    /** When each was sent first. */
    private final Map<String, Instant> since = new LinkedHashMap<>();

    private final World world;
    private final List<Order> sent = new ArrayList<>();
    private int number;

    Caller(World world, Principal who) {
        this.world = world;
        this.who = who;
    }

    /** Does one thing or another. */
    void act() {
        switch (world.random.nextInt(8)) {
            case 0, 1, 2 -> submitNew();
            case 3 -> pick(sent).ifPresent(this::submit);
            case 4 -> pickTask().ifPresent(this::cancel);
            case 5, 6 -> pickTask().ifPresent(this::waitFor);
            default -> pickTask().ifPresent(this::look);
        }
    }

    private void submitNew() {
        var plan = Plan.draw(number++, world.random);
        var order = Order.by(who)
                .saying(plan.json())
                .priced(1 + world.random.nextInt(30))
                .withPriority(world.random.nextInt(10))
                .runningAtMost(Duration.ofSeconds(20 + world.random.nextInt(40)));
        if (world.random.nextInt(10) > 0) {
            order = order.under("key-" + number);
            sent.add(order);
        }
        submit(order);
    }

    /** Sends it under a fresh id, as a dialect does with each call. */
    void submit(Order order) {
        var id = new TaskId(world.process().server.ids().next(who.account().number()));
        var key = order.names().key();
        if (key != null) {
            unknown.put(key, order);
            since.putIfAbsent(key, world.now());
        }
        hear(world.process().server.store().tasks().submit(order.as(id)), answer -> {
            if (answer != null) answered(order, answer);
        });
    }

    private void answered(Order order, Submission answer) {
        var key = order.names().key();
        if (key != null) unknown.remove(key);
        switch (answer) {
            case Submission.Accepted(TaskId task, String text) -> {
                assertThat(isKnown(key)).as("I2: accepted once").isFalse();
                learn(order, task);
            }
            case Submission.Replayed(TaskId task, String text) -> learn(order, task);
            case Submission.Conflict conflict ->
                throw new AssertionError("I2: nothing else was sent under this key");
            case Submission.UnknownSession unknown ->
                throw new AssertionError("no session was named");
            case Submission.NothingToRepeat nothing ->
                throw new AssertionError("all of them may be new");
            case Submission.UnknownFile missing -> throw new AssertionError("no file was named");
            case Submission.NotAdmitted refused ->
                throw new AssertionError("the store admits everything");
            case Submission.Existing existing ->
                throw new AssertionError("no ids of the caller's own were given");
            case Submission.QueueFull full ->
                throw new AssertionError("there is room for all of a seed's tasks");
            case Submission.SpendLimitReached reached ->
                assertThat(isKnown(key))
                        .as("I2: what was accepted is replayed, not refused")
                        .isFalse();
            case Submission.ShortOfCredits refused ->
                assertThat(isKnown(key))
                        .as("I2: what was accepted is replayed, not refused")
                        .isFalse();
        }
    }

    /** Whether the server answered it before and has to remember. */
    private boolean isKnown(@Nullable String key) {
        return key != null && byKey.containsKey(key) && !isOld(key);
    }

    /** A clock that was set forward makes a server that starts forget keys, as a day would. */
    private boolean isOld(String key) {
        return !world.now().isBefore(since.getOrDefault(key, Instant.MIN).plus(KEPT));
    }

    private void learn(Order order, TaskId id) {
        var key = order.names().key();
        if (key != null) {
            var earlier = byKey.put(key, id);
            assertThat(earlier == null || earlier.equals(id) || isOld(key))
                    .as("I2: one key, one task")
                    .isTrue();
        }
        if (tasks.putIfAbsent(id, new Known(order.input().json())) == null
                && world.random.nextBoolean()) world.followers.follow(who.account(), id);
    }

    private void cancel(TaskId task) {
        hear(world.process().server.store().tasks().cancel(who.account(), task), answer -> {
            if (answer == null) return;
            assertThat(answer).as("I1: it is there").isNotEqualTo(Cancellation.ABSENT);
            if (answer == Cancellation.CANCELLED) known(task).cancel();
            else known(task).end();
            look(task);
        });
    }

    void look(TaskId task) {
        var before = known(task).sight();
        var reads = world.process().server.store().reads();
        var answer = world.random.nextBoolean()
                ? reads.find(who.account(), task)
                : reads.findHere(who.account(), task);
        hear(answer, found -> {
            if (found != null) known(task).see(present(found), before);
        });
    }

    private void waitFor(TaskId task) {
        var began = world.now();
        var until = world.now().plusMillis(world.random.nextInt(40_000));
        var process = world.process();
        var before = known(task).sight();
        hear(process.server.waits().forEnd(who.account(), task, until), waited -> {
            if (waited == null) return;
            var view = present(waited.map(answer -> answer.view()));
            known(task).see(view, before);
            boolean timedOut = waited.orElseThrow().timedOut();
            assertThat(view.isTerminal()).as("a wait ends with the task").isEqualTo(!timedOut);
            if (timedOut) assertThat(world.now()).as("a wait is patient").isAfterOrEqualTo(until);
            assertThat(world.now())
                    .as("a wait ends in time")
                    .isBeforeOrEqualTo(end(view, began, until).plus(World.HASTE));
        });
    }

    /** When a wait has nothing to wait for any more. */
    private static Instant end(TaskView view, Instant began, Instant until) {
        var finished = view.times().finished();
        if (finished == null) return until;
        return finished.isBefore(began) ? began : finished;
    }

    private static TaskView present(Optional<TaskView> found) {
        assertThat(found).as("I1, I9: an acknowledged task is there").isPresent();
        return found.orElseThrow();
    }

    private Known known(TaskId task) {
        var known = tasks.get(task);
        if (known == null) throw new AssertionError("nobody told of " + task);
        return known;
    }

    /** Hears an answer, or null for a fault; nothing at all when it is lost on its way. */
    private <T> void hear(CompletableFuture<T> answer, Consumer<@Nullable T> then) {
        var process = world.process();
        boolean lost = world.faults.happens(80);
        var _ = answer.whenComplete((value, fault) -> {
            if (lost || process.isKilled()) return;
            try {
                if (fault != null) assertThat(cause(fault)).isInstanceOf(StoreFault.class);
                then.accept(fault == null ? value : null);
            } catch (AssertionError | RuntimeException broken) {
                world.fail(broken);
            }
        });
    }

    private static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : fault;
    }

    private Optional<TaskId> pickTask() {
        return pick(List.copyOf(tasks.keySet()));
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(from.get(world.random.nextInt(from.size())));
    }
}
