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
import dev.safelight.core.tool.Tool;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;

/** Submits a task for any tool of the catalog, and answers its acknowledgement. */
final class Submits {
    private final Tasks tasks;
    private final KnownSessions sessions;
    private final InstantSource clock;

    Submits(Tasks tasks, KnownSessions sessions, InstantSource clock) {
        this.tasks = tasks;
        this.sessions = sessions;
        this.clock = clock;
    }

    Answer submit(Tool tool, Call call) {
        Principal who = call.who();
        var fields = SubmitFields.of(call.body());
        String key = IdempotencyKeys.of(call);
        var submitted = sessions.find(who.account(), fields.worker())
                .thenCompose(own -> tasks.submit(
                        who, asked(tool, fields, own.map(Session::id).orElse(null), key)));
        return Answer.later(submitted, this::answer);
    }

    private static Submit asked(
            Tool tool, SubmitFields fields, @Nullable SessionId session, @Nullable String key) {
        return new Submit(
                tool,
                fields.input(),
                session,
                fields.wishes(),
                Submit.Names.key(key),
                new Submit.Answer(ToolNames.DIALECT, Submits::acknowledge));
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

    private Refusal overspent(Submission.SpendLimitReached reached) {
        long millis = Duration.between(clock.instant(), reached.resetsAt()).toMillis();
        var detail = "This key may spend " + reached.limit() + " credits in "
                + reached.window().length().toHours() + " hours and has spent " + reached.used()
                + ". Try again at " + reached.resetsAt() + ", or ask the operator for more.";
        return new Refusal(Problem.of(ProblemCode.SPEND_LIMIT_REACHED, detail)
                .retryAfter(Math.max(1, Math.ceilDiv(millis, 1_000))));
    }

    private Answer answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) -> Answer.json(answer);
            case Submission.Replayed(var task, var answer) ->
                Answer.json(answer).with("Idempotent-Replayed", "true");
            case Submission.Conflict(var task, var cause) -> throw conflict(task, cause);
            case Submission.UnknownSession() -> throw ShownIds.noSession();
            case Submission.Existing(var task) ->
                throw new IllegalStateException("this dialect gives no ids of the caller's own");
            case Submission.SpendLimitReached reached -> throw overspent(reached);
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
