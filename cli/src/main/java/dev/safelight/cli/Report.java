package dev.safelight.cli;

import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonWriter;

import java.util.Locale;

/**
 * Tells how a command ended: to people in a sentence, to programs in one line of JSON.
 *
 * @param json whether a program reads standard output
 * @param quiet whether people are told of failures alone
 */
record Report(Host host, boolean json, boolean quiet) {

    void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Made made when json -> host.streams().out().println(line(made));
            case Outcome.Made made when quiet -> {}
            case Outcome.Made made -> sentence(made);
            case Outcome.Stopped stopped -> {
                String message = host.shown(stopped.message());
                if (json) host.streams().out().println(line(stopped, message));
                host.streams().err().println("safelight: " + message);
            }
        }
    }

    private void sentence(Outcome.Made made) {
        String facts = "%s, %s, %d credits, %.1f s"
                .formatted(
                        made.file().contentType(),
                        size(made.file().bytes()),
                        made.bill().credits(),
                        made.bill().took().toMillis() / 1000.0);
        if (made.file().isStdout()) host.streams().err().println(facts);
        else host.streams().out().println(Printable.of(made.file().place() + ": " + facts));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d kB".formatted(Math.max(1, bytes / 1_000))
                : "%.1f MB".formatted(bytes / 1e6);
    }

    private static String line(Outcome.Made made) {
        return JsonWriter.write(Json.Obj.empty()
                .with("status", "completed")
                .with("taskId", made.task().value())
                .with("file", made.file().place())
                .with("contentType", made.file().contentType())
                .with("bytes", made.file().bytes())
                .with("sha256", made.file().sha256())
                .with("credits", made.bill().credits())
                .with("milliseconds", made.bill().took().toMillis()));
    }

    private static String line(Outcome.Stopped stopped, String message) {
        return JsonWriter.write(Json.Obj.empty()
                .with("status", stopped.exit().name().toLowerCase(Locale.ROOT))
                .with("exitCode", stopped.exit().number())
                .with("code", stopped.code())
                .with("message", message));
    }
}
