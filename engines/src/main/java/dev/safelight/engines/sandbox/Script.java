package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.task.FailureCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a request's metadata asks of the sandbox.
 *
 * @param outcome {@code sandbox.outcome}, by default {@code succeed}
 * @param length {@code sandbox.millis}, by default 50
 * @param steps {@code sandbox.steps}: how many times it reports progress, by default 4
 * @param previews {@code sandbox.preview}: whether it shows a picture with each of those, by
 *     default not
 */
record Script(Outcome outcome, Duration length, int steps, boolean previews) {
    private static final long LONGEST_MILLIS = 3_600_000;
    private static final int MOST_STEPS = 1_000;

    static Script read(Map<String, String> metadata) throws EngineFailure {
        var wanted = metadata.getOrDefault("sandbox.outcome", Outcome.SUCCEED.wire());
        var outcome = Outcome.of(wanted).orElseThrow(() -> unknown(wanted));
        long millis = number(metadata, "sandbox.millis", 50, LONGEST_MILLIS);
        long steps = number(metadata, "sandbox.steps", 4, MOST_STEPS);
        boolean previews = Boolean.parseBoolean(metadata.get("sandbox.preview"));
        return new Script(outcome, Duration.ofMillis(millis), (int) steps, previews);
    }

    /** {@code sandbox.batch}: jobs with the same word may be rendered together. */
    static @Nullable String batch(Map<String, String> metadata) {
        return metadata.get("sandbox.batch");
    }

    /** Between two reports. */
    Duration slice() {
        return length.dividedBy(Math.max(1, steps));
    }

    /** How far it is after so many slices. */
    int percentAfter(int slices) {
        return 100 * slices / (Math.max(1, steps) + 1);
    }

    private static EngineFailure unknown(String wanted) {
        var known = Arrays.stream(Outcome.values()).map(Outcome::wire);
        return invalid("sandbox.outcome is '"
                + wanted
                + "', but must be one of "
                + known.collect(Collectors.joining(", ")));
    }

    private static long number(Map<String, String> metadata, String name, long usual, long most)
            throws EngineFailure {
        var text = metadata.get(name);
        if (text == null) return usual;
        if (!text.matches("\\d{1,7}") || Long.parseLong(text) > most)
            throw invalid(name + " must be a whole number from 0 to " + most);
        return Long.parseLong(text);
    }

    private static EngineFailure invalid(String message) {
        return EngineFailure.lasting(FailureCode.INVALID_INPUT, message);
    }
}
