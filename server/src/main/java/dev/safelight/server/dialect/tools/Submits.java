package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.ConflictCause;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.ReadInput;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** Submits a task for any tool of the catalog, and answers its acknowledgement. */
final class Submits {
    private final Tasks tasks;
    private final KnownSessions sessions;

    Submits(Tasks tasks, KnownSessions sessions) {
        this.tasks = tasks;
        this.sessions = sessions;
    }

    Answer submit(Alias alias, Call call) {
        Principal who = call.who();
        var fields = SubmitFields.of(call.body());
        String key = IdempotencyKeys.of(call);
        var submitted = sessions.find(who.account(), fields.worker())
                .thenCompose(own -> tasks.submit(
                        who, asked(alias, fields, own.map(Session::id).orElse(null), key)));
        return Answer.later(submitted, Submits::answer);
    }

    private static Submit asked(
            Alias alias, SubmitFields fields, @Nullable SessionId session, @Nullable String key) {
        return new Submit(
                alias.model(),
                canonical(alias, fields.input()),
                session,
                fields.wishes(),
                Submit.Names.key(key),
                new Submit.Answer(ToolNames.DIALECT, alias.name(), Submits::acknowledge));
    }

    /** What a valid input means. */
    static ObjectNode canonical(Alias alias, ObjectNode input) {
        return switch (alias.read(input)) {
            case ReadInput.Canonical(var canonical) -> canonical;
            case ReadInput.Contradiction(var one, var other) ->
                throw new Refusal(Problem.invalid(
                        other, "'" + other + "' and '" + one + "' mean the same and differ."));
        };
    }

    private static String acknowledge(TaskId task, Credits estimate) {
        return "{\"data\":{\"taskId\":\"" + ShownIds.of(task)
                + "\",\"status\":\"PENDING\",\"estimatedCredits\":" + estimate + "}}";
    }

    private static RuntimeException conflict(TaskId task, ConflictCause cause) {
        return switch (cause) {
            case OTHER_REQUEST_OF_KEY ->
                new Refusal(
                        ProblemCode.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before, which made "
                                + ShownIds.of(task) + ". Use a fresh key for a new request.");
            case OTHER_REQUEST_OF_OUT_ID, NAMES_TWO_TASKS ->
                new IllegalStateException("this dialect gives no ids of the caller's own");
        };
    }

    private static Answer answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) -> Answer.json(answer);
            case Submission.Replayed(var task, var answer) ->
                Answer.json(answer).with("Idempotent-Replayed", "true");
            case Submission.Conflict(var task, var cause) -> throw conflict(task, cause);
            case Submission.UnknownSession() -> throw ShownIds.noSession();
            case Submission.Existing(var task) ->
                throw new IllegalStateException("this dialect gives no ids of the caller's own");
            case Submission.QueueFull(var limit) ->
                throw new Refusal(
                        ProblemCode.OVERLOADED,
                        "So many tasks wait that no more are taken (" + limit
                                + "). Try again once some have ended.");
            case Submission.ShortOfCredits(var needed, var available) ->
                throw new Refusal(
                        ProblemCode.INSUFFICIENT_CREDITS,
                        "This needs " + needed + " credits and " + available + " are available."
                                + " Wait for running tasks to give back what they hold, or ask the"
                                + " operator for a grant.");
        };
    }
}
