package dev.safelight.cli;

import dev.safelight.client.json.Json;

import java.util.Locale;

/**
 * Tells how a command ended: to people in a sentence, to programs in one line of JSON.
 *
 * @param json whether a program reads standard output
 * @param quiet whether people are told of failures alone
 */
record Report(Streams streams, boolean json, boolean quiet) {

    void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Made made when json -> streams.out().println(line(made));
            case Outcome.Made made when quiet -> {}
            case Outcome.Made made -> sentence(made);
            case Outcome.Stopped stopped -> {
                if (json) streams.out().println(line(stopped));
                streams.err().println("safelight: " + stopped.message());
            }
        }
    }

    private void sentence(Outcome.Made made) {
        String facts = "%s, %s, %d credits, %.1f s"
                .formatted(
                        made.asset().contentType(),
                        size(made.asset().bytes()),
                        made.bill().credits(),
                        made.bill().took().toMillis() / 1000.0);
        switch (made.output()) {
            case Outcome.Output.File file -> streams.out().println(file.path() + ": " + facts);
            case Outcome.Output.Stdout stdout -> streams.err().println(facts);
        }
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d kB".formatted(Math.max(1, bytes / 1_000))
                : "%.1f MB".formatted(bytes / 1e6);
    }

    private static String line(Outcome.Made made) {
        return Json.Obj.empty()
                .with("status", "completed")
                .with("taskId", made.task().value())
                .with("file", file(made.output()))
                .with("contentType", made.asset().contentType())
                .with("bytes", made.asset().bytes())
                .with("sha256", made.asset().sha256())
                .with("credits", made.bill().credits())
                .with("milliseconds", made.bill().took().toMillis())
                .write();
    }

    private static String file(Outcome.Output output) {
        return switch (output) {
            case Outcome.Output.File file -> file.path().toString();
            case Outcome.Output.Stdout stdout -> "-";
        };
    }

    private static String line(Outcome.Stopped stopped) {
        return Json.Obj.empty()
                .with("status", stopped.exit().name().toLowerCase(Locale.ROOT))
                .with("exitCode", stopped.exit().number())
                .with("code", stopped.code())
                .with("message", stopped.message())
                .write();
    }
}
