package dev.safelight.server.dialect;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.EndpointId;

import java.util.Optional;

/** Ids as one dialect shows them, read back in the spelling of any. */
public final class ShownIds {
    private final String task;
    private final String session;
    private final String file;
    private final String voice;
    private final String preview;
    private final String endpoint;
    private final IdSpellings spellings;

    public ShownIds(IdPrefixes own, IdSpellings spellings) {
        task = first(own, IdKind.TASK);
        session = first(own, IdKind.SESSION);
        file = first(own, IdKind.FILE);
        voice = first(own, IdKind.VOICE);
        preview = first(own, IdKind.PREVIEW);
        endpoint = first(own, IdKind.ENDPOINT);
        this.spellings = spellings;
    }

    private static String first(IdPrefixes own, IdKind kind) {
        var prefixes = own.of(kind);
        return prefixes.isEmpty() ? "" : prefixes.getFirst();
    }

    public String of(TaskId id) {
        return task + id;
    }

    public String of(SessionId id) {
        return session + id;
    }

    public String of(AssetId id) {
        return file + id;
    }

    public String of(EndpointId id) {
        return endpoint + id.id();
    }

    /** By which everybody sees a file. */
    public String ofPreview(Id id) {
        return preview + id;
    }

    public String ofVoice(String name) {
        return voice + name;
    }

    public Optional<TaskId> task(String text) {
        return read(IdKind.TASK, text).map(TaskId::new);
    }

    public Optional<SessionId> session(String text) {
        return read(IdKind.SESSION, text).map(SessionId::new);
    }

    public Optional<AssetId> file(String text) {
        return read(IdKind.FILE, text).map(AssetId::new);
    }

    public Optional<EndpointId> endpoint(String text) {
        return read(IdKind.ENDPOINT, text).map(EndpointId::new);
    }

    private Optional<Id> read(IdKind kind, String text) {
        return spellings.read(kind, text);
    }
}
