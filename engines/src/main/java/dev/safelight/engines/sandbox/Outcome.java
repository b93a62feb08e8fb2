package dev.safelight.engines.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a sandbox run is to come to: the value of {@code sandbox.outcome}. */
enum Outcome {
    /** A small real file. */
    SUCCEED,
    /** A lasting fault at the end. */
    FAIL,
    /** The prompt is refused at the end. */
    REFUSE,
    /** A passing fault at the end of each attempt. */
    FAIL_PASSING,
    /** A passing fault on the first attempt, success on the second. */
    FLAKY,
    /** The engine breaks. */
    CRASH,
    /** Never ends by itself; stops when asked to. */
    HANG,
    /** Takes its time and hears no request to stop; what it makes comes too late after one. */
    IGNORE_CANCEL;

    static Optional<Outcome> of(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(text))
                .findFirst();
    }

    /** The word in a request, as in {@code fail-passing}. */
    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
