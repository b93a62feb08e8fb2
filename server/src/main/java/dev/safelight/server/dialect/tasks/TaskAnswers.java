package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.HeldViews;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.JsonText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers with a task, at once or when it has ended. */
final class TaskAnswers {
    private static final int OK = 200;
    private final KnownAssets assets;
    private final HeldViews held;
    private final MadeFiles files;
    private final TaskJson rendering;

    TaskAnswers(DialectPorts ports, TaskJson rendering) {
        assets = ports.library().assets();
        held = new HeldViews(ports);
        files = new MadeFiles(ports.library().signed());
        this.rendering = rendering;
    }

    MadeFiles files() {
        return files;
    }

    /** The task as the view has it; held first when it is live and its caller prefers to wait. */
    Answer show(Principal who, TaskView view, @Nullable PreferredWait preferred) {
        return held.show(who, view, preferred, shown -> text(shown, OK));
    }

    /**
     * Holds until the task has ended or the wait is over.
     *
     * @param meanwhile the answer when it cannot be held or read; its status is that of a live
     *     task, its headers are those of any
     */
    Answer hold(Principal who, TaskId task, PreferredWait preferred, Answer.Text meanwhile) {
        return held.hold(
                who,
                task,
                preferred,
                view -> text(view, meanwhile.status())
                        .thenApply(answer -> answer.with(meanwhile.headers())),
                meanwhile);
    }

    /** What a completed task has made, in order; nothing of others. */
    CompletableFuture<List<Asset>> made(TaskView view) {
        if (!(view.state() instanceof TaskState.Succeeded(var price, var output)))
            return CompletableFuture.completedFuture(List.of());
        return assets.findAll(view.task().owner().account(), output.assets());
    }

    /** Why it failed, for people. */
    String message(TaskView view, Failure failure) {
        return rendering.message(view, failure);
    }

    /** A task that has just been called off, from what it was before. */
    Answer.Text cancelled(TaskView before) {
        return Answer.json(JsonText.object(json -> rendering.writeCancelled(json, before)));
    }

    private CompletableFuture<Answer.Text> text(TaskView view, int whileLive) {
        int status = view.isTerminal() ? OK : whileLive;
        return made(view).thenApply(found -> json(status, view, found));
    }

    private Answer.Text json(int status, TaskView view, List<Asset> made) {
        byte[] body = JsonText.object(
                json -> rendering.write(json, view, array -> files.write(array, made)));
        return new Answer.Text(status, Answer.JSON, body, List.of());
    }
}
