package dev.safelight.server.dialect.tools;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Refusal;

import tools.jackson.databind.JsonNode;

/** Submits a task for any tool of the catalog, and answers its acknowledgement. */
final class ToolSubmits {
    static final SubmitFields FIELDS =
            new SubmitFields("priority", "startDeadlineSeconds", "runDeadlineSeconds", "metadata");

    /** What a session is given as. */
    static final String WORKER = "workerId";

    private final ToolsIds ids;
    private final Submits submits;

    ToolSubmits(DialectPorts ports, ToolsIds ids) {
        this.ids = ids;
        submits = new Submits(ports, ids.shown());
    }

    Answer submit(Alias alias, Call call) {
        var body = call.body();
        JsonNode worker = body.remove(WORKER);
        var asked = new Submits.Asked(
                alias,
                body,
                worker == null ? null : ids.session(worker.asString()),
                FIELDS.take(body),
                Submit.Names.key(IdempotencyKeys.of(call)));
        var submitted = submits.submit(call.who(), asked, ToolNames.DIALECT, this::acknowledge);
        return Answer.later(submitted, this::answer);
    }

    private String acknowledge(TaskId task, Credits estimate) {
        return "{\"data\":{\"taskId\":\"" + ids.shown().of(task)
                + "\",\"status\":\"PENDING\",\"estimatedCredits\":" + estimate + "}}";
    }

    private Answer answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) -> Answer.json(answer);
            case Submission.Replayed(var task, var answer) ->
                Answer.json(answer).with("Idempotent-Replayed", "true");
            case Submission.Existing(var task) ->
                throw new IllegalStateException("this dialect gives no ids of the caller's own");
            case Submission.UnknownSession() -> throw ToolsIds.noSession();
            case Submission.Refused refused -> throw new Refusal(submits.refusal(refused));
        };
    }
}
