package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.HeldViews;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;

/** Submits a task for any tool of the catalog, and answers its acknowledgement. */
final class ToolSubmits {
    /** What a session is given as. */
    static final String WORKER = "workerId";

    private final ToolsIds ids;
    private final Submits submits;
    private final TaskJson rendering;
    private final HeldViews held;

    ToolSubmits(DialectPorts ports, ToolsIds ids, TaskJson rendering) {
        this.ids = ids;
        this.rendering = rendering;
        held = new HeldViews(ports);
        submits = new Submits(ports, ids.shown());
    }

    Answer submit(Alias alias, Call call) {
        var body = call.body();
        JsonNode worker = body.remove(WORKER);
        var asked = new Submits.Asked(
                alias,
                body,
                worker == null ? null : ids.session(worker.asString()),
                ToolNames.FIELDS.take(body),
                Submit.Names.key(IdempotencyKeys.of(call)));
        var submitted = submits.submit(call.who(), asked, ToolNames.DIALECT, this::acknowledge);
        var preferred = PreferredWait.of(call);
        return Answer.later(submitted, submission -> answer(call.who(), submission, preferred));
    }

    private String acknowledge(TaskId task, Credits estimate) {
        return "{\"data\":{\"taskId\":\"" + ids.shown().of(task)
                + "\",\"status\":\"PENDING\",\"estimatedCredits\":" + estimate + "}}";
    }

    private Answer answer(Principal who, Submission submission, @Nullable PreferredWait preferred) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) ->
                preferred == null
                        ? Answer.json(answer)
                        : hold(who, task, preferred, Answer.json(answer));
            case Submission.Replayed(var task, var answer) ->
                Answer.json(answer).with("Idempotent-Replayed", "true");
            case Submission.Existing(var task) ->
                throw new IllegalStateException("this dialect gives no ids of the caller's own");
            case Submission.UnknownSession() -> throw ToolsIds.noSession();
            case Submission.Refused refused -> throw new Refusal(submits.refusal(refused));
        };
    }

    /** The task when it ends in time, otherwise the acknowledgement. */
    private Answer hold(
            Principal who, TaskId task, PreferredWait preferred, Answer.Text acknowledgement) {
        return held.hold(
                who,
                task,
                preferred,
                view -> CompletableFuture.completedFuture(
                        view.isTerminal()
                                ? Data.object(json -> rendering.write(json, view))
                                : acknowledgement),
                acknowledgement);
    }
}
