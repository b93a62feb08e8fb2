package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.JsonText;

import org.jspecify.annotations.Nullable;

/** A file that a task has made: addresses are signed whenever it is shown. */
final class FileOperations {
    private final DialectPorts ports;
    private final ExecutionIds ids;
    private final ExecutionJson executions;
    private final FileJson rendering;

    FileOperations(
            DialectPorts ports, ExecutionIds ids, ExecutionJson executions, FileJson rendering) {
        this.ports = ports;
        this.ids = ids;
        this.executions = executions;
        this.rendering = rendering;
    }

    /** {@code GET /v1/files/{fileId}}, and its {@code hydrate}, which has nothing to add. */
    Answer get(Call call) {
        Principal who = call.who();
        var id = ids.file(call.segment(0));
        return Answer.later(
                ports.data().assets().find(who.account(), id),
                found -> withMaker(who, found.orElseThrow(ExecutionIds::noFile)));
    }

    private Answer withMaker(Principal who, Asset asset) {
        var maker = asset.maker();
        if (maker == null) return show(asset, null);
        return Answer.later(
                ports.work().tasks().findHere(who, new TaskId(maker)),
                view -> show(asset, view.orElse(null)));
    }

    private Answer.Text show(Asset asset, @Nullable TaskView maker) {
        var origin = maker == null ? null : executions.origin(maker);
        return Answer.json(JsonText.object(json -> rendering.write(json, asset, origin)));
    }
}
