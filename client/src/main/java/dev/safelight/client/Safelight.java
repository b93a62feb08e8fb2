package dev.safelight.client;

import dev.safelight.client.json.Json;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Safelight server, seen with one key. Safe for use by many threads; every method blocks its
 * caller until the server has answered.
 *
 * <p>Every method throws {@link ApiException} when the server refuses, and {@link
 * ConnectionException} when there is no answer. Calls that are refused for being too many (429) or
 * while the server is busy (503) are repeated up to three times where that cannot do harm.
 */
public final class Safelight {
    private static final Duration LONG_HOLD = Duration.ofSeconds(60);
    private static final Duration SHORT_HOLD = Duration.ofSeconds(1);

    private final Transport transport;

    private Safelight(Transport transport) {
        this.transport = transport;
    }

    /**
     * Sends nothing yet.
     *
     * @param base as in {@code http://127.0.0.1:8080}, with or without {@code /api/v1}
     * @param key trimmed; see {@link ApiKey}
     * @throws IllegalArgumentException when one of the two cannot be used; it shows neither
     */
    public static Safelight connect(URI base, String key) {
        return connect(base, key, Environment.ofThisMachine());
    }

    /** The same, with time and chance from outside. */
    public static Safelight connect(URI base, String key, Environment environment) {
        return new Safelight(new Transport(base, ApiKey.of(key), environment));
    }

    /** Never repeated after a broken connection: there may then be a session that nobody uses. */
    public Session createSession(String title) throws InterruptedException {
        var input = Json.Obj.empty().with("title", title);
        return Answers.session(
                transport.call(Call.once("create-session", input)).data());
    }

    /** Returns once the task is durable; its own repeats never make a second one. */
    public Submitted submit(Request request) throws InterruptedException {
        String given = request.options().idempotencyKey();
        String key = given == null ? transport.environment().tokens().get() : given;
        var input = request.options().beside(request.fields());
        return Answers.submitted(transport.call(Call.submit(request.tool(), input, key)));
    }

    /** Submits nothing and holds nothing. */
    public Estimate estimate(Request request) throws InterruptedException {
        var input = Json.Obj.empty()
                .with("tool", request.tool())
                .with("input", request.options().beside(request.fields()));
        return Answers.estimate(read("estimate-task", input));
    }

    /** Where the task stands now. */
    public Task task(TaskId id) throws InterruptedException {
        return Answers.task(read("get-task-status", named(id)));
    }

    /**
     * Waits until the task is done, over broken connections and restarts of the server too.
     *
     * @throws WaitTimeoutException when that takes longer than {@code patience}; the task goes on
     */
    public Task await(TaskId id, Duration patience) throws InterruptedException {
        return waiting(LONG_HOLD).await(id, patience, task -> {});
    }

    /** The same; {@code each} sees the task about once a second, and at last when it is done. */
    public Task await(TaskId id, Duration patience, Consumer<? super Task> each)
            throws InterruptedException {
        return waiting(SHORT_HOLD).await(id, patience, each);
    }

    /** Answers with the task as it then stands: it may have been done before the cancel came. */
    public Task cancel(TaskId id) throws InterruptedException {
        return Answers.task(read("cancel-task", named(id)));
    }

    public TaskPage tasks(TaskQuery query) throws InterruptedException {
        var input = new Fields()
                .text("status", query.status())
                .number("limit", query.limit())
                .text("cursor", query.cursor());
        return Answers.page(read("list-tasks", input.object()));
    }

    public Balance balance() throws InterruptedException {
        return Answers.balance(read("get-credit-balance", Json.Obj.empty()));
    }

    public List<Voice> voices() throws InterruptedException {
        return read("list-voices", Json.Obj.empty()).at("voices").items().stream()
                .map(Answers::voice)
                .toList();
    }

    /** What the file is, and a fresh address of it. */
    public Asset asset(AssetId id) throws InterruptedException {
        var input = Json.Obj.empty().with("assetId", id.value());
        return Answers.asset(id, read("download-asset", input));
    }

    /**
     * Puts the file at {@code target}, in the place of one that may be there. The target holds the
     * whole file, checked against its digest, or is left as it was.
     *
     * @throws IOException when the file cannot be written here
     */
    public Asset download(AssetId id, Path target) throws IOException, InterruptedException {
        return download(id, Destination.at(target, transport.environment()));
    }

    /** The same, into a place that was tried before. */
    public Asset download(AssetId id, Destination destination)
            throws IOException, InterruptedException {
        return new Download(transport).save(() -> asset(id), destination);
    }

    /** Brings a file, which the server then keeps under its own name. */
    public Uploaded upload(Path file) throws IOException, InterruptedException {
        return upload(file, UploadOptions.NONE);
    }

    /**
     * The same, with more said of it. The server tells by the bytes what it is, and refuses what it
     * does not take. After a broken connection it may be there or not: this does not repeat it.
     *
     * @throws IOException when the file cannot be read here
     */
    public Uploaded upload(Path file, UploadOptions options)
            throws IOException, InterruptedException {
        return new Bringing(transport).bring(file, options);
    }

    /**
     * What happened in the account, in order: the events that there are, a page at a time.
     *
     * @param offset {@code -1} for the beginning, {@code now} for what comes, or the {@link
     *     EventPage#next} of a page before
     */
    public EventPage events(String offset) throws InterruptedException {
        return new Feed(transport).read(offset);
    }

    /** The same, and waits up to half a minute for an event where there is none yet. */
    public EventPage awaitEvents(String offset) throws InterruptedException {
        return new Feed(transport).await(offset);
    }

    /** One held call; it is not repeated here, so that the caller can poll instead. */
    Task hold(TaskId id, Duration hold) throws InterruptedException {
        long seconds = Math.max(1, hold.plusMillis(999).toSeconds());
        var input = named(id).with("timeoutSeconds", seconds);
        return Answers.task(
                transport.call(Call.held("wait-for-task", input, hold)).data());
    }

    private Waiting waiting(Duration hold) {
        return new Waiting(this::hold, this::task, transport.environment(), hold);
    }

    private Json read(String tool, Json.Obj input) throws InterruptedException {
        return transport.call(Call.repeatable(tool, input)).data();
    }

    private static Json.Obj named(TaskId id) {
        return Json.Obj.empty().with("taskId", id.value());
    }
}
