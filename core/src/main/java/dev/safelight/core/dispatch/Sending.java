package dev.safelight.core.dispatch;

import dev.safelight.core.task.StoreFault;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliverySchedule;
import dev.safelight.core.webhook.Parcel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * One way of one delivery: worded once, its bytes on disk, signed, sent, and the attempt recorded.
 * Safe for many threads.
 */
final class Sending {
    private final DispatchPorts ports;
    private final BooleanSupplier isEnding;

    /**
     * @param isEnding whether no attempt is to start any more
     */
    Sending(DispatchPorts ports, BooleanSupplier isEnding) {
        this.ports = ports;
        this.isEnding = isEnding;
    }

    /**
     * Goes the whole way.
     *
     * @param chance from 0 to 1, for the pause after a failure
     * @return how it ended; never fails
     */
    CompletableFuture<Sent> send(Delivery delivery, double chance) {
        return CompletableFuture.completedFuture(delivery)
                .thenComposeAsync(this::worded, ports.handlers())
                .thenComposeAsync(body -> sent(delivery, body, chance), ports.handlers())
                .exceptionally(Sending::failed);
    }

    /** The bytes that count: on disk before they are sent, and never changed. */
    private CompletableFuture<String> worded(Delivery delivery) {
        var body = delivery.progress().body();
        if (body != null) return CompletableFuture.completedFuture(body);
        return ports.form()
                .body(delivery)
                .thenCompose(fresh -> ports.deliveries().render(delivery.place(), fresh));
    }

    private CompletableFuture<Sent> sent(Delivery delivery, String body, double chance) {
        return ports.form()
                .headers(delivery, body, ports.clocks().moment())
                .thenComposeAsync(
                        headers -> sent(delivery, body, headers, chance), ports.handlers());
    }

    private CompletableFuture<Sent> sent(
            Delivery delivery, String body, List<Parcel.Header> headers, double chance) {
        // Right before the send: whoever deleted the endpoint may have been answered by now.
        if (isEnding.getAsBoolean() || !ports.deliveries().mayBeSent(delivery))
            return CompletableFuture.completedFuture(new Sent.Withheld());
        var begun = ports.clocks().steady().instant();
        var parcel = new Parcel(delivery.target().url(), headers, body);
        return answered(parcel, begun)
                .thenComposeAsync(
                        answered -> recorded(delivery, begun, answered, chance), ports.handlers());
    }

    private CompletableFuture<Answered> answered(Parcel parcel, Instant begun) {
        try {
            return ports.courier().send(parcel).exceptionally(fault -> none(begun));
        } catch (RuntimeException fault) {
            return CompletableFuture.completedFuture(none(begun));
        }
    }

    private Answered none(Instant begun) {
        var latency = Duration.between(begun, ports.clocks().steady().instant());
        return new Answered.None(latency, "It could not be sent.");
    }

    private CompletableFuture<Sent> recorded(
            Delivery delivery, Instant begun, Answered answered, double chance) {
        // Whoever ends cuts off what is on its way, and that is no failure of the receiver.
        if (isEnding.getAsBoolean() && answered instanceof Answered.None)
            return CompletableFuture.completedFuture(new Sent.Withheld());
        var attempt = switch (answered) {
            case Answered.Status(var status, var latency, var retryAfter, var head) ->
                new Attempt(begun, status, latency, head);
            case Answered.None(var latency, var why) -> new Attempt(begun, null, latency, why);
        };
        var now = ports.clocks().steady().instant();
        int tries = delivery.progress().tries() + 1;
        var outcome = DeliverySchedule.after(tries, answered, now, chance);
        return ports.deliveries()
                .attempted(delivery, attempt, outcome)
                .thenApply(hadNotEnded -> new Sent.Recorded(outcome, asked(answered, outcome)));
    }

    private static @Nullable Duration asked(Answered answered, AttemptOutcome outcome) {
        boolean hasFailed = !(outcome instanceof AttemptOutcome.Delivered);
        return hasFailed && answered instanceof Answered.Status status ? status.retryAfter() : null;
    }

    private static Sent failed(Throwable fault) {
        var cause = fault.getCause();
        var inner = fault instanceof CompletionException && cause != null ? cause : fault;
        return inner instanceof StoreFault ? new Sent.Unrecorded(inner) : new Sent.Broken(inner);
    }
}
