package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a delivery has come, as callers see it. */
enum DeliveryStatus {
    /** It is to be sent, for the first time or again. */
    PENDING,
    DELIVERED,
    /** Every attempt failed, or the receiver said that it is gone. */
    FAILED,
    /** Its endpoint was deleted before. */
    DROPPED;

    static DeliveryStatus of(Delivery.State state) {
        return switch (state) {
            case DECIDED, LINED_UP -> PENDING;
            case DELIVERED -> DELIVERED;
            case FAILED -> FAILED;
            case DROPPED -> DROPPED;
        };
    }

    static DeliveryStatus read(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(DeliveryStatus::unknown);
    }

    private static Refusal unknown() {
        var words =
                Arrays.stream(values()).map(DeliveryStatus::word).collect(Collectors.joining(", "));
        return new Refusal(Problem.invalid("status", "'status' must be one of " + words + "."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
