package dev.safelight.core.webhook;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One thing to tell one target, decided together with what it tells.
 *
 * @param place the store's own name for it, opaque to everyone else
 * @param about what is told
 * @param at when that happened
 * @param progress how far it has come
 */
public record Delivery(
        Cursor place,
        AccountId account,
        Target target,
        About about,
        Instant at,
        Progress progress) {

    /** What is told: an entry of the log of one of the account's things. */
    public sealed interface About {
        /** An entry of a task's log. */
        record OfTask(TaskId task, long sequence) implements About {}

        /**
         * An entry about a file that a caller brought.
         *
         * @param entry the place in the account's feed right after the entry
         */
        record OfFile(AssetId file, Occasion occasion, Cursor entry) implements About {}

        /**
         * Somebody wants to see that it arrives.
         *
         * @param entry the place in the account's feed right after the entry
         */
        record OfTest(Cursor entry) implements About {}
    }

    /**
     * How far a delivery has come.
     *
     * @param due when it is to be sent next
     * @param attempts how many were made
     * @param tries how many of them since it was decided or last replayed
     * @param body the payload's bytes as text, or null until it is rendered; then it never changes
     */
    public record Progress(
            State state,
            Instant due,
            int attempts,
            int tries,
            @Nullable String body) {}

    /** Stored by its code: codes never change. */
    public enum State {
        /** Nobody has looked at it since it was decided. */
        DECIDED(0),
        DELIVERED(1),
        /** Given up: every attempt failed, or the target said that it is gone. */
        FAILED(2),
        /** Its endpoint was deleted before it was delivered. */
        DROPPED(3),
        /** In its line until it is due. */
        LINED_UP(4);

        private static final State[] BY_CODE = values();
        private final int code;

        State(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The state that is stored as this code. */
        public static State of(int code) {
            return BY_CODE[code];
        }
    }

    /** Where it waits when it cannot be sent at once. */
    public Line line() {
        return switch (target) {
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) ->
                new Line.OfEndpoint(endpoint);
            case Target.OfCallback callback -> new Line.OfCallbacks(account);
        };
    }

    /** The {@code webhook-id}: the same on every attempt. */
    public String webhookId() {
        return webhookId(id());
    }

    /** How an id is written there. */
    public static String webhookId(Id id) {
        return "msg_" + id;
    }

    /**
     * Another one for every target and entry. Derived, so that no decision has to draw it and no
     * row has to keep it.
     */
    public Id id() {
        var print = switch (about) {
            case About.OfTask(var task, var sequence) ->
                Fingerprint.of(name(target), task.toString(), Long.toString(sequence));
            case About.OfFile(var file, var occasion, var entry) ->
                Fingerprint.of(name(target), "file " + file, occasion.name(), entry.text());
            case About.OfTest(var entry) -> Fingerprint.of(name(target), "test", entry.text());
        };
        return new Id(print.hi(), print.lo());
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) ->
                "endpoint " + endpoint;
            case Target.OfCallback(var task, var key, var url, var dialect) -> "callback " + task;
        };
    }
}
