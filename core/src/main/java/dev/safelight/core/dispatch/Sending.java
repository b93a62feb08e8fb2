package dev.safelight.core.dispatch;

import dev.safelight.core.task.StoreFault;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliverySchedule;
import dev.safelight.core.webhook.Parcel;

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

    /** Before anything was sent. */
    private static final class WordingFault extends RuntimeException {
        private static final long serialVersionUID = 1;

        private WordingFault(Throwable cause) {
            super(cause);
        }
    }

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
        return wording(ports.form().body(delivery))
                .thenCompose(fresh -> ports.deliveries().render(delivery.place(), fresh));
    }

    private static <T> CompletableFuture<T> wording(CompletableFuture<T> words) {
        return words.exceptionally(fault -> {
            throw new WordingFault(cause(fault));
        });
    }

    private CompletableFuture<Sent> sent(Delivery delivery, String body, double chance) {
        var at = ports.clocks().wall().instant();
        return wording(ports.form().headers(delivery, body, at))
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
        return ports.courier()
                .send(parcel)
                .exceptionally(fault -> new Answered.None(
                        Duration.between(begun, ports.clocks().steady().instant()),
                        "It could not be sent."))
                .thenComposeAsync(
                        answered -> recorded(delivery, begun, answered, chance), ports.handlers());
    }

    private CompletableFuture<Sent> recorded(
            Delivery delivery, Instant begun, Answered answered, double chance) {
        var attempt = switch (answered) {
            case Answered.Status(var status, var latency, var retryAfter, var head) ->
                new Attempt(begun, status, latency, head);
            case Answered.None(var latency, var why) -> new Attempt(begun, null, latency, why);
        };
        var now = ports.clocks().steady().instant();
        int tries = delivery.progress().tries() + 1;
        var outcome = DeliverySchedule.after(tries, answered, now, chance);
        return ports.deliveries()
                .attempted(delivery.place(), attempt, outcome)
                .thenApply(hadNotEnded -> new Sent.Recorded(outcome));
    }

    private static Sent failed(Throwable fault) {
        var cause = cause(fault);
        if (!(cause instanceof WordingFault)) return new Sent.Unrecorded(cause);
        var inner = cause(cause);
        return inner instanceof StoreFault ? new Sent.Unrecorded(inner) : new Sent.Unworded(inner);
    }

    /** Without what futures and this class wrap around it. */
    private static Throwable cause(Throwable fault) {
        boolean isWrapped = fault instanceof CompletionException || fault instanceof WordingFault;
        var cause = fault.getCause();
        return isWrapped && cause != null ? cause : fault;
    }
}
