package dev.safelight.cli;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** What an account may have at once. */
final class LimitOptions {
    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Tasks that may run at once; 0 means unlimited.")
    @Nullable
    Long slots;

    @Option(
            names = "--weight",
            paramLabel = "N",
            description = "The share of a busy engine beside others', from 1.")
    @Nullable
    Long weight;

    @Option(
            names = "--storage-bytes",
            paramLabel = "N",
            description = "For files of its own; 0 means unlimited.")
    @Nullable
    Long storageBytes;

    /** The object with those that were given. */
    Json.Obj in(Json.Obj json) {
        var all = json;
        if (slots != null) all = all.with("slots", slots);
        if (weight != null) all = all.with("weight", weight);
        if (storageBytes != null) all = all.with("storageBytes", storageBytes);
        return all;
    }
}
