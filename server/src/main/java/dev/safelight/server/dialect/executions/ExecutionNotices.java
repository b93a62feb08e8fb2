package dev.safelight.server.dialect.executions;

import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.webhook.Notice;
import dev.safelight.server.webhook.OwnSignature;
import dev.safelight.server.webhook.Wording;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What endpoints are told: flat JSON whose {@code event} says what the rest is about. */
public final class ExecutionNotices {
    private final KnownFiles files;
    private final ShownIds ids;
    private final ExecutionJson executions;
    private final FileJson fileJson;

    private ExecutionNotices(DialectPorts ports) {
        var library = ports.library();
        files = library.known();
        ids = new ShownIds(ExecutionIds.PREFIXES, ports.source().spellings());
        fileJson = FileJson.over(ports, ids);
        executions = new ExecutionJson(ports.offer().catalog(), ids, fileJson);
    }

    /** In this dialect's words. */
    public static Wording wording(DialectPorts ports) {
        var notices = new ExecutionNotices(ports);
        return new Wording(StartOperation.DIALECT, notices::of, OwnSignature.NONE);
    }

    private CompletableFuture<Optional<String>> of(Notice notice) {
        var body = switch (notice) {
            case Notice.OfTask task -> made(task.view()).thenApply(made -> told(task, made));
            case Notice.OfFile file -> CompletableFuture.completedFuture(told(file));
            case Notice.Test test ->
                CompletableFuture.completedFuture(object(test, Occasion.TEST, json -> {}));
        };
        return body.thenApply(Optional::of);
    }

    private CompletableFuture<List<StoredFile.Whole>> made(TaskView view) {
        if (!(view.state() instanceof TaskState.Succeeded(var price, var output)))
            return CompletableFuture.completedFuture(List.of());
        return files.findMade(view.task().owner().account(), output.assets());
    }

    private String told(Notice.OfTask notice, List<StoredFile.Whole> made) {
        return object(notice, notice.occasion(), json -> {
            json.writeStringProperty("toolExecutionId", ids.of(notice.view().id()));
            executions.writeTold(json, notice.view(), made);
        });
    }

    private String told(Notice.OfFile notice) {
        return object(notice, notice.occasion(), json -> {
            json.writeStringProperty("fileId", ids.of(notice.file()));
            writeFile(json, notice.found());
            String fault = fault(notice);
            if (fault != null) writeError(json, fault);
        });
    }

    /** One that is gone by now is told of all the same: its id says which. */
    private void writeFile(JsonGenerator json, @Nullable StoredFile found) {
        if (found == null) {
            json.writeNullProperty("file");
            return;
        }
        json.writeObjectPropertyStart("file");
        switch (found) {
            case StoredFile.Missing(var upload) -> fileJson.writeTold(json, upload);
            case StoredFile.Whole whole ->
                fileJson.writeTold(json, whole, executions.origin(whole));
        }
        json.writeEndObject();
    }

    private static @Nullable String fault(Notice.OfFile notice) {
        return switch (notice.occasion()) {
            case FILE_REFUSED -> refusal(notice.found());
            case FILE_NOT_UNDERSTOOD ->
                "The file is stored whole, but something about it cannot be read.";
            case FILE_UPLOADED, FILE_PLAYABLE, FILE_DOWNLOADABLE, FILE_UNDERSTOOD -> null;
            case TASK_SUCCEEDED,
                    TASK_FAILED,
                    TASK_CANCELLED,
                    RUN_SUCCEEDED,
                    RUN_FAILED,
                    RUN_CANCELLED,
                    TEST -> null;
        };
    }

    private static String refusal(@Nullable StoredFile found) {
        var why = found instanceof StoredFile.Missing(var upload) ? upload.refused() : null;
        return why == null ? "The bytes of the file were not taken." : why.message();
    }

    private static void writeError(JsonGenerator json, String fault) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("message", fault);
        json.writeStringProperty("code", "invalid_file");
        json.writeBooleanProperty("retryable", false);
        json.writeBooleanProperty("charged", false);
        json.writeEndObject();
    }

    private static String object(
            Notice notice, Occasion occasion, Consumer<JsonGenerator> members) {
        byte[] body = JsonText.object(json -> {
            json.writeStringProperty("event", EventWord.of(occasion).wire());
            json.writeNumberProperty("occurredAt", notice.at().getEpochSecond());
            members.accept(json);
        });
        return new String(body, StandardCharsets.UTF_8);
    }
}
