package dev.safelight.server.dialect.tools;

import dev.safelight.core.webhook.Occasion;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.webhook.Notice;
import dev.safelight.server.webhook.OwnSignature;
import dev.safelight.server.webhook.Wording;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the address of a key is told: {@code {id, type, createdAt, data}}. */
public final class TaskNotices {
    private static final OwnSignature SIGNATURE =
            OwnSignature.hex("X-Playcut-Signature", "sha256=");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final TaskJson rendering;

    private TaskNotices(TaskJson rendering) {
        this.rendering = rendering;
    }

    /** In this dialect's words. */
    public static Wording wording(DialectPorts ports) {
        var ids = new ShownIds(ToolsIds.PREFIXES, ports.source().spellings());
        var notices = new TaskNotices(new TaskJson(ports.offer().catalog(), ids));
        return new Wording(ToolNames.DIALECT, notices::of, SIGNATURE);
    }

    private CompletableFuture<Optional<String>> of(Notice notice) {
        String type = type(notice);
        return CompletableFuture.completedFuture(
                type == null ? Optional.empty() : Optional.of(told(type, notice)));
    }

    private String told(String type, Notice notice) {
        byte[] body = JsonText.object(json -> {
            json.writeStringProperty("id", "whev_" + notice.id());
            json.writeStringProperty("type", type);
            json.writeStringProperty("createdAt", MILLIS.format(notice.at()));
            json.writeObjectPropertyStart("data");
            writeData(json, notice);
            json.writeEndObject();
        });
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Null for what the address of a key is not told. */
    private static @Nullable String type(Notice notice) {
        return switch (notice) {
            case Notice.OfTask task -> type(task.occasion());
            case Notice.OfFile file -> null;
            case Notice.Test test -> "webhook.test";
        };
    }

    private static @Nullable String type(Occasion occasion) {
        return switch (occasion) {
            case TASK_SUCCEEDED -> "task.completed";
            case TASK_FAILED -> "task.failed";
            case TASK_CANCELLED -> "task.cancelled";
            case FILE_UPLOADED,
                    FILE_REFUSED,
                    FILE_DOWNLOADABLE,
                    FILE_PLAYABLE,
                    FILE_UNDERSTOOD,
                    FILE_NOT_UNDERSTOOD,
                    RUN_SUCCEEDED,
                    RUN_FAILED,
                    RUN_CANCELLED,
                    TEST -> null;
        };
    }

    private void writeData(JsonGenerator json, Notice notice) {
        if (notice instanceof Notice.OfTask(var id, var at, var occasion, var view))
            rendering.writeTold(json, view);
    }
}
