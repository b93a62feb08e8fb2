package dev.safelight.server.dialect;

import dev.safelight.core.access.Principal;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.ConflictCause;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** The way of a submit, the same for every dialect: from a valid input to what became of it. */
public final class Submits {
    private final Tasks tasks;
    private final KnownSessions sessions;
    private final RequestReader requests;
    private final InstantSource clock;
    private final ShownIds ids;
    private final String callersId;

    /** Submits of a dialect whose callers give no ids of their own. */
    public Submits(DialectPorts ports, ShownIds ids) {
        this(ports, ids, "id of yours");
    }

    /**
     * Submits of one dialect.
     *
     * @param ids as it shows them
     * @param callersId what it calls an id of the caller's own
     */
    public Submits(DialectPorts ports, ShownIds ids, String callersId) {
        tasks = ports.work().tasks();
        sessions = ports.data().knownSessions();
        requests = new RequestReader(ports);
        clock = ports.source().clock();
        this.ids = ids;
        this.callersId = callersId;
    }

    /**
     * What is submitted.
     *
     * @param input valid, without what {@link SubmitFields} have taken
     * @param session that it shall belong to, or null
     */
    public record Asked(
            Alias alias,
            ObjectNode input,
            @Nullable SessionId session,
            Submit.Wishes wishes,
            Submit.Names names) {}

    /** A submit by an operation that is called as the alias is. */
    public CompletableFuture<Submission> submit(
            Principal who, Asked asked, String dialect, Submit.Rendering acknowledgement) {
        var answer = new Submit.Answer(dialect, asked.alias().name(), acknowledgement);
        return submit(who, asked, answer);
    }

    /**
     * Holds the credits and queues the task, unless something stands against it.
     *
     * @return fails with a Refusal when the input names a file that is not the account's
     */
    public CompletableFuture<Submission> submit(Principal who, Asked asked, Submit.Answer answer) {
        var read = requests.read(who.account(), asked.alias(), asked.input());
        return read.thenCompose(known -> {
                    var submit = submit(asked, known, answer);
                    return known.isWhole() ? submitInSession(who, submit) : repeat(who, submit);
                })
                .thenApply(submission -> inTheirWords(submission, asked));
    }

    /** Answers as {@link #submit} if the same was submitted before, and makes no task if not. */
    public CompletableFuture<Submission> repeat(Principal who, Asked asked, Submit.Answer answer) {
        var read = requests.read(who.account(), asked.alias(), asked.input());
        return read.thenCompose(known -> tasks.repeat(who, submit(asked, known, answer)));
    }

    private static Submit submit(Asked asked, RequestReader.Read known, Submit.Answer answer) {
        return new Submit(known.request(), asked.session(), asked.wishes(), asked.names(), answer);
    }

    /** A field that an engine does not take is named as the caller spells it. */
    private static Submission inTheirWords(Submission submission, Asked asked) {
        if (!(submission instanceof Submission.NotAdmitted(var refusal))) return submission;
        var field = refusal.field() == null
                ? null
                : asked.alias().spelledAs(refusal.field(), asked.input());
        return new Submission.NotAdmitted(
                new Admission.Refusal(refusal.cause(), refusal.words(), field));
    }

    /** A file may have gone since the same was submitted: that is answered as before. */
    private CompletableFuture<Submission> repeat(Principal who, Submit submit) {
        if (submit.names().areNone()) throw InputIds.noFile();
        return tasks.repeat(who, submit);
    }

    private CompletableFuture<Submission> submitInSession(Principal who, Submit submit) {
        var session = submit.session();
        if (session == null) return tasks.submit(who, submit);
        return sessions.find(who.account(), session)
                .thenCompose(found -> found.isPresent()
                        ? tasks.submit(who, submit)
                        : CompletableFuture.completedFuture(new Submission.UnknownSession()));
    }

    /** What the caller is told when it made no task. */
    public Problem refusal(Submission.Refused refused) {
        return switch (refused) {
            case Submission.Conflict(var task, var cause) -> conflict(task, cause);
            case Submission.UnknownSession() ->
                Problem.of(
                        ProblemCode.SESSION_NOT_FOUND, "There is no such session in this account.");
            case Submission.NothingToRepeat() -> InputIds.noFile().problem();
            case Submission.UnknownFile _ -> InputIds.noFile().problem();
            case Submission.NotAdmitted(var why) -> notAdmitted(why);
            case Submission.QueueFull(var limit) ->
                Problem.of(
                                ProblemCode.OVERLOADED,
                                "So many tasks wait that no more are taken (" + limit
                                        + "). Try again once some have ended.")
                        .retryAfter(5);
            case Submission.SpendLimitReached reached -> overspent(reached);
            case Submission.ShortOfCredits(var needed, var available) ->
                Problem.of(
                        ProblemCode.INSUFFICIENT_CREDITS,
                        "This needs " + needed + " credits and " + available + " are available."
                                + " Wait for running tasks to give back what they hold, or ask the"
                                + " operator for a grant.");
        };
    }

    /** As any other input that cannot be; nothing was charged. */
    private static Problem notAdmitted(Admission.Refusal refusal) {
        return switch (refusal.cause()) {
            case INVALID_INPUT ->
                refusal.field() == null
                        ? Problem.of(ProblemCode.INVALID_INPUT, refusal.words())
                        : Problem.invalid(refusal.field(), refusal.words());
            case PROMPT_REFUSED -> Problem.of(ProblemCode.PROMPT_REFUSED, refusal.words());
        };
    }

    private Problem overspent(Submission.SpendLimitReached reached) {
        long millis = Duration.between(clock.instant(), reached.resetsAt()).toMillis();
        var detail = "This key may spend " + reached.limit() + " credits in "
                + reached.window().length().toHours() + " hours and has spent " + reached.used()
                + ". Try again at " + reached.resetsAt() + ", or ask the operator for more.";
        return Problem.of(ProblemCode.SPEND_LIMIT_REACHED, detail)
                .retryAfter(Math.max(1, Math.ceilDiv(millis, 1_000)));
    }

    private Problem conflict(TaskId task, ConflictCause cause) {
        return switch (cause) {
            case OTHER_REQUEST_OF_KEY ->
                Problem.of(
                        ProblemCode.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before, which made "
                                + ids.of(task) + ". Use a fresh key for a new request.");
            case OTHER_REQUEST_OF_CALLERS_ID ->
                Problem.of(
                        ProblemCode.NAME_CONFLICT,
                        "This " + callersId + " came before with something else to make, which is "
                                + ids.of(task) + ". Give a new task an id of its own.");
            case NAMES_TWO_TASKS ->
                Problem.of(
                        ProblemCode.NAME_CONFLICT,
                        "The Idempotency-Key was used before, for " + ids.of(task)
                                + ", which the " + callersId
                                + " that came with it does not name.");
        };
    }
}
