package dev.safelight.core.task;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.Routes;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What a caller can do with tasks, the same behind every dialect. Safe for use by many threads. */
public final class Tasks {
    /** How long a task may wait for its first start when its submit says nothing. */
    public static final Duration QUEUE_LIMIT = Duration.ofHours(24);

    private final TaskStore store;
    private final TaskReads reads;
    private final Ids ids;
    private final Offer offer;
    private final Previews previews;

    /**
     * Where submits go, and who may refuse them.
     *
     * @param admissions what each engine says of a request; asked for each submit
     */
    public record Offer(Routes routes, Function<EngineName, Admission> admissions) {}

    /**
     * @param previews where runs show what is coming
     */
    public Tasks(TaskStore store, TaskReads reads, Ids ids, Offer offer, Previews previews) {
        this.store = store;
        this.reads = reads;
        this.ids = ids;
        this.offer = offer;
        this.previews = previews;
    }

    /** What the submit of this request would hold, without submitting. */
    public static Credits estimate(ToolRequest request) {
        return request.filled().price();
    }

    /**
     * Holds the credits and queues the task, in one transaction, unless its engine refuses it
     * before. What was admitted once is answered as then, whatever the engine says now.
     */
    public CompletableFuture<Submission> submit(Principal who, Submit submit) {
        var engine = engineOf(who, submit.model());
        var request = submit.request().filled();
        var refusal = offer.admissions().apply(engine).refusal(request);
        return refusal == null
                ? send(who, submit, request, false)
                : refuse(who, submit, new Submission.NotAdmitted(refusal));
    }

    private CompletableFuture<Submission> refuse(
            Principal who, Submit submit, Submission.NotAdmitted refused) {
        if (submit.names().areNone()) return CompletableFuture.completedFuture(refused);
        return repeat(who, submit)
                .thenApply(earlier ->
                        earlier instanceof Submission.NothingToRepeat ? refused : earlier);
    }

    /** Answers as {@link #submit} if the same was submitted before, and makes no task if not. */
    public CompletableFuture<Submission> repeat(Principal who, Submit submit) {
        return send(who, submit, submit.request().filled(), true);
    }

    /** @param request the submit's own, filled */
    private CompletableFuture<Submission> send(
            Principal who, Submit submit, ToolRequest request, boolean only) {
        Credits price = request.price();
        var id = new TaskId(ids.next(who.account().number()));
        var header = new TaskHeader(
                id,
                new Owner(who.account(), who.key()),
                route(who, submit.model()),
                terms(submit, price));
        var answer = submit.answer();
        return store.submit(new NewTask(
                header,
                new TaskInput(
                        request.input().toString(),
                        submit.wishes().metadata(),
                        submit.session(),
                        submit.names().callersId()),
                request.files().ids(),
                repeats(who, submit, only),
                new NewTask.Acknowledgement(
                        answer.dialect(), answer.rendering().acknowledge(id, price)),
                submit.names().callback()));
    }

    public CompletableFuture<Optional<TaskView>> find(Principal who, TaskId task) {
        return reads.find(who.account(), task);
    }

    /** By the caller's own id for it: ids of other keys are none of the caller's. */
    public CompletableFuture<Optional<TaskView>> findOwn(Principal who, String callersId) {
        return reads.findOwn(who.key(), callersId);
    }

    /** The same as {@link #find}, perhaps on the calling thread: see {@link TaskReads#findHere}. */
    public CompletableFuture<Optional<TaskView>> findHere(Principal who, TaskId task) {
        return reads.findHere(who.account(), task);
    }

    /** The entries of a task's log after a sequence number, in order; none of an absent task. */
    public CompletableFuture<List<LogEntry>> log(
            Principal who, TaskId task, long after, int limit) {
        return reads.log(who.account(), task, after, limit);
    }

    /** The same entries, each with the task as of it. */
    public CompletableFuture<List<Moment>> moments(
            Principal who, TaskId task, long after, int limit) {
        return reads.moments(who.account(), task, after, limit);
    }

    /** The latest picture that the run of a task that was found has shown; none once it ended. */
    public Optional<Preview> preview(TaskView found) {
        return found.isTerminal() ? Optional.empty() : previews.of(found.id());
    }

    public CompletableFuture<TaskPage> list(Principal who, TaskFilter filter) {
        return reads.list(who.account(), filter);
    }

    /** Calls a task off, also while it runs. The answer is the race's outcome, on disk. */
    public CompletableFuture<Cancellation> cancel(Principal who, TaskId task) {
        return store.cancel(who.account(), task);
    }

    /** Who would be given a submit of this caller's with this model. */
    public EngineName engineOf(Principal who, Model model) {
        return who.mode() == Mode.TEST ? EngineName.SANDBOX : offer.routes().engineOf(model);
    }

    /** Where a submit of this caller's with this model would go. */
    public Route route(Principal who, Model model) {
        return new Route(model.tool().name(), model.name().text(), engineOf(who, model));
    }

    private static Terms terms(Submit submit, Credits price) {
        return terms(submit.wishes(), submit.model(), price);
    }

    /** What a submit that wishes this goes by. */
    public static Terms terms(Submit.Wishes wishes, Model model, Credits price) {
        return new Terms(
                wishes.priority(),
                price,
                shorter(wishes.queueLimit(), QUEUE_LIMIT),
                shorter(wishes.runLimit(), model.tool().deadline()));
    }

    private static Duration shorter(@Nullable Duration wished, Duration most) {
        return wished == null || wished.compareTo(most) > 0 ? most : wished;
    }

    private static NewTask.Repeatability repeats(Principal who, Submit submit, boolean only) {
        String key = submit.names().idempotencyKey();
        var print = key == null ? null : fingerprint(who, submit.answer(), key);
        return new NewTask.Repeatability(digest(submit), making(submit), print, only);
    }

    /** A key answers again only where it was used: another envelope would be no replay. */
    private static Fingerprint fingerprint(Principal who, Submit.Answer answer, String key) {
        return Fingerprint.of(
                Long.toString(who.key().number()), answer.dialect(), answer.operation(), key);
    }

    /** What an id of the caller's own stands for: how and when it is made may change. */
    private static Fingerprint making(Submit submit) {
        return Fingerprint.of(
                submit.model().tool().name().text(),
                submit.model().name().text(),
                CanonicalJson.of(submit.input()));
    }

    /** Everything that makes two submits the same request; the order of keys does not matter. */
    private static Fingerprint digest(Submit submit) {
        var session = submit.session() == null ? "" : submit.session().id().toString();
        var wishes = submit.wishes();
        return Fingerprint.of(
                submit.model().tool().name().text(),
                submit.model().name().text(),
                CanonicalJson.of(submit.input()),
                session,
                wishes.priority() + " " + wishes.queueLimit(),
                String.valueOf(wishes.runLimit()),
                CanonicalJson.of(JsonMapper.shared().valueToTree(wishes.metadata())));
    }
}
