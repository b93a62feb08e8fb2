package dev.safelight.cli;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** How much a key may do; 0 means unlimited. */
final class KeyLimitOptions {
    @Option(names = "--slots", paramLabel = "N", description = "Tasks that may run at once.")
    @Nullable
    Long slots;

    @Option(names = "--submits", paramLabel = "N", description = "Submits in a minute.")
    @Nullable
    Long submits;

    @Option(names = "--reads", paramLabel = "N", description = "Other calls in a minute.")
    @Nullable
    Long reads;

    @Option(
            names = "--per-5-hours",
            paramLabel = "CREDITS",
            description = "What it may spend in any 5 hours.")
    @Nullable
    Long perFiveHours;

    @Option(
            names = "--per-day",
            paramLabel = "CREDITS",
            description = "What it may spend in any 24 hours.")
    @Nullable
    Long perDay;

    @Option(
            names = "--per-7-days",
            paramLabel = "CREDITS",
            description = "What it may spend in any 7 days.")
    @Nullable
    Long perSevenDays;

    /** Those that were given. */
    Json.Obj json() {
        var all = Json.Obj.empty();
        all = with(all, "slots", slots);
        all = with(all, "submitsPerMinute", submits);
        all = with(all, "readsPerMinute", reads);
        all = with(all, "creditsPer5Hours", perFiveHours);
        all = with(all, "creditsPerDay", perDay);
        return with(all, "creditsPer7Days", perSevenDays);
    }

    private static Json.Obj with(Json.Obj all, String name, @Nullable Long value) {
        return value == null ? all : all.with(name, value);
    }
}
