package dev.safelight.server.dialect.tools;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.List;
import java.util.Map;

/** Ids in this dialect. A text that is no id is refused as an id that does not exist. */
final class ToolsIds {
    static final IdPrefixes PREFIXES = new IdPrefixes(Map.of(
            IdKind.TASK, List.of("task_"),
            IdKind.SESSION, List.of("sess_"),
            IdKind.FILE, List.of("asset_")));

    private final ShownIds shown;

    ToolsIds(IdSpellings spellings) {
        shown = new ShownIds(PREFIXES, spellings);
    }

    ShownIds shown() {
        return shown;
    }

    TaskId task(String text) {
        return shown.task(text).orElseThrow(ToolsIds::noTask);
    }

    SessionId session(String text) {
        return shown.session(text).orElseThrow(ToolsIds::noSession);
    }

    AssetId asset(String text) {
        return shown.file(text).orElseThrow(ToolsIds::noAsset);
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
}
