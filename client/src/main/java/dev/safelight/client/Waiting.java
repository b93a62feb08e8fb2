package dev.safelight.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits for one task: by held calls while they work, by polling once one broke, until the task is
 * done or patience runs out. One object waits once, on the calling thread.
 */
final class Waiting {
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Held held;
    private final Poll poll;
    private final Environment environment;
    private final Duration hold;
    private boolean holding = true;

    /** One call that the server holds until the task is done, or that long. */
    @FunctionalInterface
    interface Held {
        Task hold(TaskId id, Duration hold) throws InterruptedException;
    }

    /** One call that is answered at once. */
    @FunctionalInterface
    interface Poll {
        Task look(TaskId id) throws InterruptedException;
    }

    /**
     * Waits for nothing yet.
     *
     * @param hold how long one call is held at most
     */
    Waiting(Held held, Poll poll, Environment environment, Duration hold) {
        this.held = held;
        this.poll = poll;
        this.environment = environment;
        this.hold = hold;
    }

    Task await(TaskId id, Duration patience, Consumer<? super Task> each)
            throws InterruptedException {
        long end = environment.nanos().getAsLong() + patience.toNanos();
        while (true) {
            long began = environment.nanos().getAsLong();
            Duration left = Duration.ofNanos(end - began);
            if (!left.isPositive()) throw new WaitTimeoutException(id, patience);
            Duration longest = shorter(left, hold);
            Optional<Task> seen = look(id, longest);
            seen.ifPresent(each);
            if (seen.isPresent() && seen.get().isDone()) return seen.get();
            // A server that is closing answers held calls at once: do not spin on them.
            Duration took = Duration.ofNanos(environment.nanos().getAsLong() - began);
            if (!holding || took.multipliedBy(2).compareTo(longest) < 0)
                environment.pause().sleep(shorter(left, POLL));
        }
    }

    /** Empty when the server could not be asked just now. */
    private Optional<Task> look(TaskId id, Duration longest) throws InterruptedException {
        try {
            return Optional.of(holding ? held.hold(id, longest) : poll.look(id));
        } catch (ConnectionException e) {
            if (e.kind() == ConnectionException.Kind.UNREADABLE) throw e;
        } catch (ApiException e) {
            if (e.status() != 429 && e.status() < 500) throw e;
        }
        holding = false;
        return Optional.empty();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
