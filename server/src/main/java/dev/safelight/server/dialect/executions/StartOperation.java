package dev.safelight.server.dialect.executions;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/tools/{tool}}: starts any tool of the catalog. */
final class StartOperation {
    /** By which the catalog knows this dialect's aliases. */
    static final String DIALECT = "executions";

    private static final int ACCEPTED = 202;
    /** What every start may have beside the fields of its tool. */
    static final SubmitFields FIELDS =
            new SubmitFields("priority", "startDeadlineSeconds", "runDeadlineSeconds", "metadata");

    private final ExecutionIds ids;
    private final Submits submits;

    StartOperation(DialectPorts ports, ExecutionIds ids) {
        this.ids = ids;
        submits = new Submits(ports, ids.shown());
    }

    /** @param schema that the body has passed */
    Answer start(Alias alias, ObjectNode schema, Call call) {
        var body = call.body();
        ids.checkFiles(body, schema);
        var wishes = FIELDS.take(body);
        var names = Submit.Names.key(IdempotencyKeys.of(call));
        var asked = new Submits.Asked(alias, body, null, wishes, names);
        var made = submits.submit(call.who(), asked, DIALECT, this::acknowledge);
        return Answer.later(made, this::answer);
    }

    private String acknowledge(TaskId task, Credits estimate) {
        return acknowledged(ids, task);
    }

    private Answer answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) -> accepted(answer);
            case Submission.Replayed(var task, var answer) ->
                accepted(answer).with("Idempotent-Replayed", "true");
            case Submission.Existing(var task) ->
                throw new IllegalStateException("this dialect gives no ids of the caller's own");
            case Submission.Refused refused -> throw new Refusal(submits.refusal(refused));
        };
    }

    /** What start and cancel alike answer. */
    static String acknowledged(ExecutionIds ids, TaskId task) {
        return "{\"toolExecutionId\":\"" + ids.shown().of(task) + "\"}";
    }

    static Answer.Text accepted(String json) {
        return Answer.json(ACCEPTED, json);
    }
}
