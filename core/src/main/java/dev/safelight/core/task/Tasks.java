package dev.safelight.core.task;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.Tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a caller can do with tasks, the same behind every dialect. Safe for use by many threads. */
public final class Tasks {
    private static final Duration QUEUE_LIMIT = Duration.ofHours(24);
    private final TaskStore store;
    private final TaskReads reads;
    private final Ids ids;

    public Tasks(TaskStore store, TaskReads reads, Ids ids) {
        this.store = store;
        this.reads = reads;
        this.ids = ids;
    }

    /** What the submit of this input would hold, without submitting. */
    public static Credits estimate(Tool tool, JsonNode input) {
        return tool.priceOf(tool.withDefaults(input));
    }

    /** Holds the credits and queues the task, in one transaction. */
    public CompletableFuture<Submission> submit(Principal who, Ask ask) {
        ObjectNode input = ask.tool().withDefaults(ask.input());
        Credits price = ask.tool().priceOf(input);
        var id = new TaskId(ids.next(who.account().number()));
        var request = new Request(
                input.toString(),
                ask.wishes().metadata(),
                digest(ask),
                idempotency(who, ask.idempotencyKey()),
                ask.answer().acknowledge(id, price));
        return store.submit(new NewTask(
                id,
                new Owner(who.account(), who.key()),
                ask.session(),
                route(who, ask.tool()),
                terms(ask, price),
                request));
    }

    public CompletableFuture<Optional<TaskView>> find(Principal who, TaskId task) {
        return reads.find(who.account(), task);
    }

    /** The same, perhaps on the calling thread: see {@link TaskReads#findHere}. */
    public CompletableFuture<Optional<TaskView>> findHere(Principal who, TaskId task) {
        return reads.findHere(who.account(), task);
    }

    public CompletableFuture<List<TaskView>> list(Principal who, TaskFilter filter) {
        return reads.list(who.account(), filter);
    }

    /** Calls a task off, also while it runs. The answer is the race's outcome, on disk. */
    public CompletableFuture<Cancellation> cancel(Principal who, TaskId task) {
        return store.cancel(who.account(), task);
    }

    private static Route route(Principal who, Tool tool) {
        var engine = who.mode() == Mode.TEST ? EngineName.SANDBOX : tool.engine();
        return new Route(tool.name(), tool.model(), engine);
    }

    private static Terms terms(Ask ask, Credits price) {
        var wishes = ask.wishes();
        return new Terms(
                wishes.priority(),
                price,
                shorter(wishes.queueLimit(), QUEUE_LIMIT),
                shorter(wishes.runLimit(), ask.tool().deadline()));
    }

    private static Duration shorter(@Nullable Duration wished, Duration most) {
        return wished == null || wished.compareTo(most) > 0 ? most : wished;
    }

    /** Everything that makes two submits the same request; the order of keys does not matter. */
    private static Fingerprint digest(Ask ask) {
        var session = ask.session() == null ? "" : ask.session().id().toString();
        return Fingerprint.of(
                ask.tool().name().text(),
                CanonicalJson.of(ask.input()),
                session,
                ask.wishes().priority() + " " + ask.wishes().queueLimit(),
                String.valueOf(ask.wishes().runLimit()),
                CanonicalJson.of(JsonMapper.shared().valueToTree(ask.wishes().metadata())));
    }

    private static @Nullable Fingerprint idempotency(Principal who, @Nullable String key) {
        return key == null ? null : Fingerprint.of(Long.toString(who.key().number()), key);
    }
}
