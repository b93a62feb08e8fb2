package dev.safelight.client;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every submit may say beside the tool's own fields.
 *
 * @param priority 0-9; 9 runs first; null for the usual 5
 * @param deadlines how long it may queue and run
 * @param metadata up to 16 entries, kept with the task
 * @param idempotencyKey within 24 hours the same key never makes two tasks; 1 to 255 printable
 *     ASCII characters, trimmed; null to have one made for this submit, which covers the SDK's own
 *     retries but not a second call
 */
public record SubmitOptions(
        @Nullable Integer priority,
        Deadlines deadlines,
        Map<String, String> metadata,
        @Nullable String idempotencyKey) {
    private static final int LONGEST_KEY = 255;

    public static final SubmitOptions NONE =
            new SubmitOptions(null, new Deadlines(null, null), Map.of(), null);

    public SubmitOptions {
        metadata = Map.copyOf(metadata);
        if (idempotencyKey != null)
            idempotencyKey = HeaderText.of("the idempotency key", idempotencyKey, LONGEST_KEY);
    }

    /** Without the idempotency key: who knows it can be answered in its owner's place. */
    @Override
    public String toString() {
        return "SubmitOptions[priority=%s, deadlines=%s, metadata=%s]"
                .formatted(priority, deadlines, metadata);
    }

    /**
     * In whole seconds; null for the server's own.
     *
     * @param start from submit to the first start
     * @param run from the first start, over all attempts
     */
    public record Deadlines(
            @Nullable Duration start, @Nullable Duration run) {}

    public SubmitOptions priority(int next) {
        return new SubmitOptions(next, deadlines, metadata, idempotencyKey);
    }

    public SubmitOptions deadlines(Deadlines next) {
        return new SubmitOptions(priority, next, metadata, idempotencyKey);
    }

    public SubmitOptions metadata(String name, String value) {
        var more = new LinkedHashMap<>(metadata);
        more.put(name, value);
        return new SubmitOptions(priority, deadlines, more, idempotencyKey);
    }

    public SubmitOptions idempotencyKey(String key) {
        return new SubmitOptions(priority, deadlines, metadata, key);
    }

    /** The fields of a request with these beside them. */
    Json.Obj beside(Json.Obj input) {
        var fields = new Fields(input)
                .number("priority", priority)
                .number("startDeadlineSeconds", seconds(deadlines.start))
                .number("runDeadlineSeconds", seconds(deadlines.run));
        var entries = new Fields();
        metadata.forEach(entries::text);
        if (!metadata.isEmpty()) fields.value("metadata", entries.object());
        return fields.object();
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
