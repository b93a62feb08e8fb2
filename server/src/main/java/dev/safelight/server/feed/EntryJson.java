package dev.safelight.server.feed;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.server.account.Handles;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.JsonText;

import tools.jackson.core.JsonGenerator;

import java.util.Locale;

/**
 * An entry of the feed as JSON: {@code type} and {@code at}, the ids of what it is about, and small
 * facts. A task's entry has the {@code sequence} that it has in streams and webhooks. No input, no
 * text of a caller and no secret is in it.
 */
final class EntryJson {
    private final ShownIds ids;

    EntryJson(ShownIds ids) {
        this.ids = ids;
    }

    /** Whether only a key with the scope {@code admin} is shown it. */
    static boolean isForAdmins(FeedEvent event) {
        return switch (event) {
            case FeedEvent.KeyAdded added -> true;
            case FeedEvent.KeyRevoked revoked -> true;
            case FeedEvent.KeyRotated rotated -> true;
            case FeedEvent.Granted granted -> true;
            case FeedEvent.TaskChanged changed -> false;
            case FeedEvent.EndpointAdded added -> false;
            case FeedEvent.EndpointDeleted deleted -> false;
            case FeedEvent.EndpointDisabled disabled -> false;
            case FeedEvent.EndpointEnabled enabled -> false;
            case FeedEvent.EndpointRotated rotated -> true;
            case FeedEvent.EndpointTested tested -> false;
            case FeedEvent.FileStored stored -> false;
            case FeedEvent.FileRefused refused -> false;
            case FeedEvent.FileStudied studied -> false;
            case FeedEvent.FileArchived archived -> false;
            case FeedEvent.FilePreviewed previewed -> false;
        };
    }

    byte[] write(FeedEntry entry) {
        return JsonText.object(json -> {
            json.writeStringProperty("type", type(entry.event()));
            json.writeStringProperty("at", entry.at().toString());
            writeFacts(json, entry.event());
        });
    }

    private static String type(FeedEvent event) {
        return switch (event) {
            case FeedEvent.TaskChanged(var task, var line) -> type(line.kind());
            case FeedEvent.KeyAdded added -> "key.added";
            case FeedEvent.KeyRevoked revoked -> "key.revoked";
            case FeedEvent.KeyRotated rotated -> "key.rotated";
            case FeedEvent.Granted granted -> "credits.granted";
            case FeedEvent.EndpointAdded added -> "endpoint.added";
            case FeedEvent.EndpointDeleted deleted -> "endpoint.deleted";
            case FeedEvent.EndpointDisabled disabled -> "endpoint.disabled";
            case FeedEvent.EndpointEnabled enabled -> "endpoint.enabled";
            case FeedEvent.EndpointRotated rotated -> "endpoint.secret_rotated";
            case FeedEvent.EndpointTested tested -> "endpoint.tested";
            case FeedEvent.FileStored stored -> "file.stored";
            case FeedEvent.FileRefused refused -> "file.refused";
            case FeedEvent.FileStudied studied -> "file.studied";
            case FeedEvent.FileArchived archived -> "file.archived";
            case FeedEvent.FilePreviewed(var file, var isPublic) ->
                isPublic ? "file.published" : "file.unpublished";
        };
    }

    private static String type(TaskEvent.Kind kind) {
        return switch (kind) {
            case SUBMITTED -> "task.submitted";
            case STARTED -> "task.started";
            case PROGRESSED -> "task.progress";
            case RETRIED -> "task.retrying";
            case RETURNED -> "task.returned";
            case SUCCEEDED -> "task.succeeded";
            case FAILED -> "task.failed";
            case CANCELLED -> "task.cancelled";
            case STOPPED -> "task.stopped";
        };
    }

    private void writeFacts(JsonGenerator json, FeedEvent event) {
        switch (event) {
            case FeedEvent.TaskChanged(var task, var line) -> write(json, task, line);
            case FeedEvent.KeyAdded(var key) ->
                json.writeStringProperty("apiKeyId", Handles.of(key));
            case FeedEvent.KeyRevoked(var key) ->
                json.writeStringProperty("apiKeyId", Handles.of(key));
            case FeedEvent.KeyRotated(var key) ->
                json.writeStringProperty("apiKeyId", Handles.of(key));
            case FeedEvent.Granted(var credits) ->
                json.writeNumberProperty("credits", credits.amount());
            case FeedEvent.EndpointAdded(var endpoint) -> write(json, endpoint);
            case FeedEvent.EndpointDeleted(var endpoint) -> write(json, endpoint);
            case FeedEvent.EndpointDisabled(var endpoint, var reason) -> {
                write(json, endpoint);
                json.writeStringProperty("reason", reason.name().toLowerCase(Locale.ROOT));
            }
            case FeedEvent.EndpointEnabled(var endpoint) -> write(json, endpoint);
            case FeedEvent.EndpointRotated(var endpoint) -> write(json, endpoint);
            case FeedEvent.EndpointTested(var endpoint) -> write(json, endpoint);
            case FeedEvent.FileStored(var file) -> write(json, file);
            case FeedEvent.FileRefused(var file) -> write(json, file);
            case FeedEvent.FileStudied(var file, var isReadable) -> {
                write(json, file);
                json.writeBooleanProperty("isReadable", isReadable);
            }
            case FeedEvent.FileArchived(var file) -> write(json, file);
            case FeedEvent.FilePreviewed(var file, var isPublic) -> write(json, file);
        }
    }

    private void write(JsonGenerator json, AssetId file) {
        json.writeStringProperty("fileId", ids.of(file));
    }

    private void write(JsonGenerator json, EndpointId endpoint) {
        json.writeStringProperty("endpointId", ids.of(endpoint));
    }

    private void write(JsonGenerator json, TaskId task, LogEntry line) {
        json.writeStringProperty("taskId", ids.of(task));
        json.writeNumberProperty("sequence", line.sequence());
        switch (line.event()) {
            case TaskEvent.Started(var worker, var effort) ->
                json.writeNumberProperty("attempt", effort.attempts());
            case TaskEvent.Progressed(var percent) -> json.writeNumberProperty("progress", percent);
            case TaskEvent.Retried(var failure, var due) -> {
                json.writeStringProperty("code", failure.code().wire());
                json.writeStringProperty("dueAt", due.toString());
            }
            case TaskEvent.Succeeded(var price, var output) -> {
                json.writeNumberProperty("credits", price.amount());
                json.writeArrayPropertyStart("fileIds");
                for (var file : output.assets()) json.writeString(ids.of(file));
                json.writeEndArray();
            }
            case TaskEvent.Failed(var failure) -> {
                json.writeStringProperty("code", failure.code().wire());
                json.writeBooleanProperty("retryable", failure.retryable());
            }
            case TaskEvent.Submitted submitted -> {}
            case TaskEvent.Returned returned -> {}
            case TaskEvent.Cancelled cancelled -> {}
            case TaskEvent.Stopped stopped -> {}
        }
    }
}
