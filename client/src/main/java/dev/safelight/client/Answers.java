package dev.safelight.client;

import dev.safelight.client.json.Json;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the dialect's answers. Fields that it does not know are left alone. */
final class Answers {
    private Answers() {}

    static Session session(Json data) {
        return new Session(new SessionId(text(data, "sessionId")), optional(data, "title"));
    }

    static Submitted submitted(Reply reply) {
        Json data = reply.data();
        return new Submitted(
                new TaskId(text(data, "taskId")),
                number(data, "estimatedCredits"),
                reply.replayed());
    }

    static Task task(Json data) {
        return new Task(new TaskId(text(data, "taskId")), optional(data, "type"), state(data));
    }

    private static TaskState state(Json data) {
        String word = text(data, "status");
        return switch (word) {
            case "PENDING" -> new TaskState.Pending();
            case "PROCESSING" -> new TaskState.Processing(progress(data));
            case "COMPLETED" -> completed(data);
            case "FAILED" -> new TaskState.Failed(failure(data.at("error")), progress(data));
            case "CANCELLED" -> new TaskState.Cancelled(progress(data));
            default -> throw missing("a status that is known, instead of '" + word + "'");
        };
    }

    private static TaskState completed(Json data) {
        List<AssetId> assets = data.at("output").at("assetIds").items().stream()
                .flatMap(item -> item.asText().stream())
                .map(AssetId::new)
                .toList();
        return new TaskState.Completed(assets, number(data.at("credits"), "charged"));
    }

    private static int progress(Json data) {
        Optional<BigDecimal> progress = data.at("processingInfo").at("progress").asNumber();
        return Math.clamp(progress.map(BigDecimal::intValue).orElse(0), 0, 100);
    }

    private static Failure failure(Json error) {
        return new Failure(
                error.at("code").asText().orElse("unknown"),
                error.at("message").asText().orElse("the server did not say why"),
                error.at("retryable").isTrue());
    }

    static TaskPage page(Json data) {
        return new TaskPage(
                data.at("tasks").items().stream().map(Answers::task).toList(),
                data.at("nextCursor").asText().orElse(null));
    }

    static Balance balance(Json data) {
        return new Balance(
                number(data, "granted"),
                number(data, "available"),
                number(data, "held"),
                number(data, "spent"));
    }

    static Estimate estimate(Json data) {
        return new Estimate(
                number(data, "estimatedCredits"),
                Duration.ofSeconds(number(data, "typicalSeconds")));
    }

    static Voice voice(Json data) {
        return new Voice(text(data, "voiceId"), text(data, "name"), optional(data, "language"));
    }

    static Asset asset(AssetId id, Json data) {
        return new Asset(
                id,
                address(text(data, "url")),
                text(data, "contentType"),
                number(data, "bytes"),
                text(data, "sha256"));
    }

    static Uploaded uploaded(Json data) {
        return new Uploaded(
                new AssetId(text(data, "assetId")),
                optional(data, "fileName"),
                text(data, "contentType"),
                number(data, "bytes"),
                text(data, "sha256"));
    }

    private static URI address(String url) {
        // It is signed, so whoever sees it may download: it is not shown.
        try {
            var address = URI.create(url);
            if (address.getHost() != null && url.matches("(?i)https?://.*")) return address;
            throw missing("a url that can be fetched");
        } catch (IllegalArgumentException e) {
            throw missing("a url that is one");
        }
    }

    private static String text(Json data, String name) {
        return data.at(name).asText().orElseThrow(() -> missing(name));
    }

    private static String optional(Json data, String name) {
        return data.at(name).asText().orElse("");
    }

    private static long number(Json data, String name) {
        return data.at(name).asNumber().orElseThrow(() -> missing(name)).longValue();
    }

    private static ConnectionException missing(String what) {
        return new ConnectionException(
                ConnectionException.Kind.UNREADABLE, "the server's answer lacks " + what);
    }
}
