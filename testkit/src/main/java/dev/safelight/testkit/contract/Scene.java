package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A store with callers and workers around it: what tests say in one line each. */
public final class Scene {
    public static final Duration LEASE = Duration.ofSeconds(15);
    public static final Failure BROKEN =
            new Failure(FailureCode.MODEL_ERROR, "It came out black. Try again.", true);

    private final StoreHarness store;
    private final VirtualTime time;
    private final Random random = new Random(1);
    private final Ids ids;

    public Scene(StoreHarness store, VirtualTime time) {
        this.store = store;
        this.time = time;
        ids = new Ids(time, random);
    }

    public StoreHarness store() {
        return store;
    }

    /** The answer, once the store has done its work. */
    public <T> T done(CompletableFuture<T> answer) {
        store.settle();
        assertThat(answer).as("answered when all work is done").isDone();
        return answer.join();
    }

    /** Lets time pass, and the store do what is due then. */
    public void pass(Duration duration) {
        time.pass(duration);
        store.settle();
    }

    public Principal account(long credits) {
        return account(credits, new KeyLimits(0, 0, 0));
    }

    public Principal account(long credits, KeyLimits limits) {
        var key = KeyText.mint(Mode.TEST, random);
        return done(store.accounts()
                .open(new NewKey("an account", Mode.TEST, key, new Credits(credits), limits)));
    }

    /** Sets limits of somebody who is there. */
    public void limit(LimitChange change) {
        assertThat(done(store.limits().change(change))).isEqualTo(LimitChange.Outcome.CHANGED);
    }

    public void limit(Principal who, int slots, int weight) {
        limit(new LimitChange.OfAccount(who.account(), new AccountLimits(slots, weight)));
    }

    public void limit(Principal who, KeyLimits limits) {
        limit(new LimitChange.OfKey(who.key(), limits));
    }

    public void limit(EngineName engine, int slots) {
        limit(new LimitChange.OfEngine(engine, slots));
    }

    public CompletableFuture<Submission> send(Order order) {
        var id = new TaskId(ids.next(order.who().account().number()));
        return store.tasks().submit(order.as(id));
    }

    public Submission submit(Order order) {
        return done(send(order));
    }

    /** Submits what is sure to be accepted. */
    public TaskId accepted(Order order) {
        return ref(submit(order));
    }

    public static TaskId ref(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).task();
    }

    public WorkerId worker(int slots) {
        return worker("node-1", EngineName.SANDBOX, slots);
    }

    public WorkerId worker(String node, EngineName engine, int slots) {
        return done(store.tasks().enter(new NewWorker(node, LEASE, Map.of(engine, slots))));
    }

    public List<Lease> claim(WorkerId worker, int max) {
        return done(store.tasks().claim(worker, EngineName.SANDBOX, max));
    }

    public Lease claim(WorkerId worker) {
        return claim(worker, 1).getFirst();
    }

    /** A task of the order, taken by the worker. */
    public Lease running(Order order, WorkerId worker) {
        var task = accepted(order);
        var lease = claim(worker);
        assertThat(lease.task()).isEqualTo(task);
        return lease;
    }

    public TaskView view(Principal who, TaskId task) {
        return done(store.reads().find(who.account(), task)).orElseThrow();
    }

    public TaskStatus status(Principal who, TaskId task) {
        return view(who, task).status();
    }

    public List<LogEntry> log(Principal who, TaskId task) {
        return done(store.reads().log(who.account(), task, 0, 1_000));
    }

    public List<TaskEvent.Kind> story(Principal who, TaskId task) {
        return log(who, task).stream().map(LogEntry::kind).toList();
    }

    public Book book(Principal who) {
        return done(store.ledger().book(who.account()));
    }

    /** A result of so many files that differ; each second one goes after a day. */
    public Result result(int files) {
        var expires = time.instant().plus(Duration.ofDays(1));
        return new Result(
                java.util.stream.IntStream.range(0, files)
                        .mapToObj(at -> file(at % 2 == 0 ? null : expires))
                        .toList(),
                "{\"engine\":\"sandbox\"}");
    }

    /** An id that nothing else has. */
    public Id id() {
        return ids.next(1);
    }

    private NewAsset file(@Nullable Instant expires) {
        var blob =
                new Blob("%016x".formatted(random.nextLong()).repeat(4), 1 + random.nextInt(1_000));
        return new NewAsset(new AssetId(ids.next(1)), blob, "image/png", "cat.png", "{}", expires);
    }
}
