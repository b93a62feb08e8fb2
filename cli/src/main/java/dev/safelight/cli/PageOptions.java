package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which part of a list. */
final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "1-100",
            defaultValue = "20",
            description = "How many, the newest first. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Go on where the list before ended, which said how.")
    @Nullable
    String after;

    /** As a query, which others may follow with {@code &}. */
    String query() {
        String place =
                after == null ? "" : "&cursor=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return "?limit=" + limit + place;
    }
}
