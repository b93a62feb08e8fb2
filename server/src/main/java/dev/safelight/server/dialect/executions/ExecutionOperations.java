package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.JsonText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** {@code GET /v1/tools/executions/{id}}, held where its caller prefers to wait, and the cancel. */
final class ExecutionOperations {
    private final Tasks tasks;
    private final DialectPorts ports;
    private final ExecutionIds ids;
    private final ExecutionJson rendering;

    ExecutionOperations(DialectPorts ports, ExecutionIds ids, ExecutionJson rendering) {
        tasks = ports.work().tasks();
        this.ports = ports;
        this.ids = ids;
        this.rendering = rendering;
    }

    Answer get(Call call) {
        var id = ids.execution(call.segment(0));
        var preferred = PreferredWait.of(call);
        return Answer.later(tasks.findHere(call.who(), id), found -> {
            TaskView view = found.orElseThrow(ExecutionIds::noExecution);
            return show(call.who().account(), view, preferred);
        });
    }

    private Answer show(AccountId account, TaskView view, @Nullable PreferredWait preferred) {
        if (preferred == null) return Answer.later(text(account, view), Function.identity());
        if (view.isTerminal()) return Answer.later(text(account, view), preferred::applied);
        var until = ports.source().clock().instant().plus(preferred.most());
        var end = ports.work().waits().forEnd(account, view.id(), until);
        var text = end.thenCompose(waited -> text(
                        account, waited.orElseThrow(ExecutionIds::noExecution).view()))
                .thenApply(preferred::applied);
        // Quiet, for a header that follows spaces would come too late.
        return new Answer.Held(
                text, () -> end.cancel(false), true, () -> rendered(view, List.of()));
    }

    private CompletableFuture<Answer.Text> text(AccountId account, TaskView view) {
        return made(account, view).thenApply(made -> rendered(view, made));
    }

    private Answer.Text rendered(TaskView view, List<Asset> made) {
        return Answer.json(JsonText.object(json -> rendering.write(json, view, made)));
    }

    private CompletableFuture<List<Asset>> made(AccountId account, TaskView view) {
        if (!(view.state() instanceof TaskState.Succeeded(var price, var output)))
            return CompletableFuture.completedFuture(List.of());
        return ports.data().assets().findMade(account, output.assets());
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
