package dev.safelight.server.dialect.tasks;

import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

/** {@code /v1/tasks/cancel}: what has ended before stays as it is, and is answered. */
final class CancelOperation {
    private final Tasks tasks;
    private final KeysTasks own;
    private final ShownIds ids;
    private final TaskAnswers answers;

    CancelOperation(Tasks tasks, KeysTasks own, ShownIds ids, TaskAnswers answers) {
        this.tasks = tasks;
        this.own = own;
        this.ids = ids;
        this.answers = answers;
    }

    Answer cancel(Call call) {
        return cancel(Caller.of(call), TaskRef.of(call.body(), ids));
    }

    Answer cancelByAddress(Call call) {
        return cancel(Caller.of(call), TaskRef.of(call.segment(0), call.body(), ids));
    }

    private Answer cancel(Caller caller, TaskRef ref) {
        return Answer.later(
                own.find(caller.who(), ref),
                view -> view.isTerminal()
                        ? answers.show(caller, view, null)
                        : Answer.later(
                                tasks.cancel(caller.who(), view.id()),
                                outcome -> show(caller, view, outcome)));
    }

    /** What was called off needs no second look, which could fail: all of it is known. */
    private Answer show(Caller caller, TaskView before, Cancellation outcome) {
        return switch (outcome) {
            case CANCELLED -> answers.cancelled(caller, before);
            case ABSENT -> throw KeysTasks.noTask();
            case TOO_LATE ->
                Answer.later(
                        own.find(caller.who(), new TaskRef.Ours(before.id())),
                        view -> answers.show(caller, view, null));
        };
    }
}
