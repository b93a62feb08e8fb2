package dev.safelight.server.dialect.tools;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import java.util.List;
import java.util.Optional;

/**
 * Ids as this dialect shows them, read back with any prefix that any dialect gives them. A text
 * that is no id is refused as an id that does not exist.
 */
final class ShownIds {
    private static final List<String> TASK = List.of("task_", "vg_tool_", "vg_exec_");
    private static final List<String> SESSION = List.of("sess_");
    private static final List<String> ASSET = List.of("asset_", "vg_file_");

    private ShownIds() {}

    static String of(TaskId id) {
        return "task_" + id;
    }

    static String of(SessionId id) {
        return "sess_" + id;
    }

    static String of(AssetId id) {
        return "asset_" + id;
    }

    static TaskId task(String text) {
        return read(text, TASK).map(TaskId::new).orElseThrow(ShownIds::noTask);
    }

    static SessionId session(String text) {
        return read(text, SESSION).map(SessionId::new).orElseThrow(ShownIds::noSession);
    }

    static AssetId asset(String text) {
        return read(text, ASSET).map(AssetId::new).orElseThrow(ShownIds::noAsset);
    }

    static Refusal noTask() {
        return new Refusal(
                ProblemCode.TASK_NOT_FOUND,
                "There is no such task in this account. Use the taskId that a submit answered.");
    }

    static Refusal noSession() {
        return new Refusal(
                ProblemCode.SESSION_NOT_FOUND,
                "There is no such session in this account. Make one with create-session and send"
                        + " its sessionId.");
    }

    static Refusal noAsset() {
        return new Refusal(
                ProblemCode.ASSET_NOT_FOUND,
                "There is no such asset in this account. Use an id of a completed task's"
                        + " output.assetIds.");
    }

    private static Optional<Id> read(String text, List<String> prefixes) {
        for (var prefix : prefixes) {
            if (text.startsWith(prefix)) return Id.parse(text.substring(prefix.length()));
        }
        return Id.parse(text);
    }
}
