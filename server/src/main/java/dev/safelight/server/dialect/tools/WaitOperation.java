package dev.safelight.server.dialect.tools;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Waited;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.Tool;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code wait-for-task}: held until the task has ended, at most for the tool's hard deadline. While
 * it is held, only ids and the deadline stay in memory, not the request.
 */
final class WaitOperation {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private final Tasks tasks;
    private final DialectPorts ports;
    private final ToolsIds ids;
    private final TaskJson rendering;
    private final Catalog catalog;

    WaitOperation(DialectPorts ports, ToolsIds ids, TaskJson rendering) {
        this.tasks = ports.work().tasks();
        this.catalog = ports.offer().catalog();
        this.ports = ports;
        this.ids = ids;
        this.rendering = rendering;
    }

    Answer await(Call call) {
        AccountId account = call.who().account();
        TaskId id = ids.task(call.body().get("taskId").asString());
        Instant now = ports.source().clock().instant();
        JsonNode wished = call.body().get("timeoutSeconds");
        Duration most =
                wished == null ? LONGEST : Duration.ofMillis((long) (wished.asDouble() * 1000));
        return Answer.later(
                tasks.findHere(call.who(), id), found -> hold(account, view(found), now, most));
    }

    private Answer hold(AccountId account, TaskView view, Instant now, Duration most) {
        if (view.isTerminal()) return render(new Waited(view, false));
        if (most.isZero()) return render(new Waited(view, true));
        Duration deadline =
                catalog.find(view.task().route().tool()).map(Tool::deadline).orElse(LONGEST);
        Instant until = now.plus(most.compareTo(deadline) < 0 ? most : deadline);
        var end = ports.work().waits().forEnd(account, view.id(), until);
        return new Answer.Held(
                end.thenApply(waited -> render(waited.orElseThrow(ToolsIds::noTask))),
                () -> end.cancel(false));
    }

    private Answer.Text render(Waited waited) {
        return Data.object(json -> {
            rendering.write(json, waited.view());
            if (waited.timedOut()) json.writeBooleanProperty("timedOut", true);
        });
    }

    private static TaskView view(Optional<TaskView> found) {
        return found.orElseThrow(ToolsIds::noTask);
    }
}
