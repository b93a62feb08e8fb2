package dev.safelight.server.dialect;

import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code Idempotency-Key}: 1-255 printable ASCII characters. */
public final class IdempotencyKeys {
    private static final Predicate<String> WELL_FORMED =
            Pattern.compile("[ -~]{1,255}").asMatchPredicate();

    private IdempotencyKeys() {}

    /** The key, or null when none was sent. */
    public static @Nullable String of(Call call) {
        String key = call.header("Idempotency-Key").orElse(null);
        if (key == null || WELL_FORMED.test(key)) return key;
        throw new Refusal(
                ProblemCode.INVALID_IDEMPOTENCY_KEY,
                "An Idempotency-Key has 1 to 255 printable ASCII characters; a UUID will do.");
    }
}
