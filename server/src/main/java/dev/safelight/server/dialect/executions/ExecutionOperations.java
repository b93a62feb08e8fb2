package dev.safelight.server.dialect.executions;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.HeldViews;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code GET /v1/tools/executions/{id}}, held where its caller prefers to wait, and the cancel. */
final class ExecutionOperations {
    private final Tasks tasks;
    private final KnownFiles files;
    private final HeldViews held;
    private final ExecutionIds ids;
    private final ExecutionJson rendering;

    ExecutionOperations(DialectPorts ports, ExecutionIds ids, ExecutionJson rendering) {
        tasks = ports.work().tasks();
        files = ports.library().known();
        held = new HeldViews(ports);
        this.ids = ids;
        this.rendering = rendering;
    }

    Answer get(Call call) {
        var id = ids.execution(call.segment(0));
        var preferred = PreferredWait.of(call);
        return Answer.later(
                tasks.findHere(call.who(), id),
                found -> held.show(
                        call.who(),
                        found.orElseThrow(ExecutionIds::noExecution),
                        preferred,
                        view -> text(call.who().account(), view)));
    }

    private CompletableFuture<Answer.Text> text(AccountId account, TaskView view) {
        return made(account, view).thenApply(made -> rendered(view, made));
    }

    private Answer.Text rendered(TaskView view, List<StoredFile.Whole> made) {
        return Answer.json(JsonText.object(json -> rendering.write(json, view, made)));
    }

    private CompletableFuture<List<StoredFile.Whole>> made(AccountId account, TaskView view) {
        if (!(view.state() instanceof TaskState.Succeeded(var price, var output)))
            return CompletableFuture.completedFuture(List.of());
        return files.findMade(account, output.assets());
    }

    /** Also of one that has ended: then nothing changes. */
    Answer cancel(Call call) {
        var id = ids.execution(call.segment(0));
        return Answer.later(tasks.cancel(call.who(), id), outcome -> {
            if (outcome == Cancellation.ABSENT) throw ExecutionIds.noExecution();
            return StartOperation.accepted(StartOperation.acknowledged(ids, id));
        });
    }
}
