package dev.safelight.server.dialect.tasks;

import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

/** {@code /v1/tasks/query}: the task as it is now, or as it has ended. */
final class QueryOperation {
    private final KeysTasks tasks;
    private final ShownIds ids;
    private final TaskAnswers answers;

    QueryOperation(KeysTasks tasks, ShownIds ids, TaskAnswers answers) {
        this.tasks = tasks;
        this.ids = ids;
        this.answers = answers;
    }

    Answer query(Call call) {
        var caller = Caller.of(call);
        var preferred = PreferredWait.of(call);
        var found = tasks.find(caller.who(), TaskRef.of(call.body(), ids));
        return Answer.later(found, view -> answers.show(caller, view, preferred));
    }
}
