package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.DialectClient;
import dev.safelight.app.live.Hand;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHistory;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.EngineName;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Random lives of tasks, made, driven and looked at through all dialects at once. What a dialect
 * says is compared with the fold of the task's log, and the fold with what the clients themselves
 * have done.
 */
final class SideBySide {
    private static final int MOST_LIVE = 6;

    private final LiveServer server;
    private final Hand hand;
    private final Random random;
    private final List<Caller> callers;
    private final List<Life> lives = new ArrayList<>();
    private final Map<TaskId, Life> byId = new HashMap<>();
    private final Map<TaskId, Lease> running = new HashMap<>();
    private final OneStory story;
    private int keys;

    /**
     * Somebody with a key, and who that is.
     *
     * @param hasAddress whether the key has one that is told of its tasks
     */
    record Caller(Client client, Principal who, boolean hasAddress) {}

    /** What the clients know of a task from what they have done. */
    private static final class Life {
        private final String id;
        private final Caller owner;
        private final EngineName engine;
        private String status = "pending";

        private Life(String id, Caller owner, EngineName engine) {
            this.id = id;
            this.owner = owner;
            this.engine = engine;
        }

        private boolean isLive() {
            return status.equals("pending") || status.equals("running");
        }
    }

    /**
     * On a server.
     *
     * @param callers two keys of one account, and one of another
     * @param story hears of all tasks
     */
    SideBySide(LiveServer server, List<Caller> callers, OneStory story, long seed) {
        this.story = story;
        this.server = server;
        this.callers = callers;
        hand = server.hand();
        random = new Random(seed);
    }

    /** Takes so many steps; throws at the first thing that two tell differently. */
    void run(int steps) throws IOException {
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(8)) {
                case 0 -> submit();
                case 1 -> take();
                case 2 -> progress();
                case 3 -> end();
                case 4 -> cancel();
                default -> look();
            }
            if (random.nextInt(4) == 0) server.time.pass(Duration.ofMillis(random.nextInt(900)));
        }
    }

    /** Calls off what has not ended, and compares what was told in the other ways. */
    void tell(TaskReads ofDeliveries) {
        lives.stream()
                .filter(Life::isLive)
                .forEach(life -> DialectClient.TOOLS.cancel(life.owner.client(), life.id));
        var told = new ToldTasks();
        var form = server.webhooks.form(server.dialects, ofDeliveries);
        for (var caller : List.of(callers.getFirst(), callers.getLast())) {
            told.readFeed(caller.client());
            told.readDeliveries(server.live, caller.who().account(), form);
        }
        story.compare((owner, id) -> log(owner, bare(id)), told);
    }

    private List<LogEntry> log(Caller owner, TaskId task) {
        return server.live
                .store
                .reads()
                .log(owner.who().account(), task, 0, 10_000)
                .join();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void submit() {
        if (lives.stream().filter(Life::isLive).count() >= MOST_LIVE) return;
        var caller = any(callers);
        var voice = any(List.of(DialectClient.values()));
        String key = "key-" + keys++;
        String id = voice.submit(caller.client(), "words " + keys, key);
        assertThat(voice.submit(caller.client(), "words " + keys, key)).isEqualTo(id);
        var life = new Life(
                id,
                caller,
                voice == DialectClient.TOOLS ? EngineName.SPEECH : EngineName.ILLUSTRATOR);
        lives.add(life);
        byId.put(task(life), life);
        story.follow(id, caller, voice == DialectClient.TASKS);
    }

    private static TaskId task(Life life) {
        return bare(life.id);
    }

    private static TaskId bare(String id) {
        return new TaskId(Id.parse(DialectClient.bare(id)).orElseThrow());
    }

    private void take() {
        var waiting =
                lives.stream().filter(life -> life.status.equals("pending")).toList();
        if (waiting.isEmpty()) return;
        var lease = hand.take(any(waiting).engine);
        var life = Objects.requireNonNull(byId.get(lease.task()));
        assertThat(life.status).isEqualTo("pending");
        life.status = "running";
        running.put(lease.task(), lease);
    }

    private Lease lease(Life life) {
        return Objects.requireNonNull(running.get(task(life)));
    }

    private List<Life> running() {
        return lives.stream().filter(life -> life.status.equals("running")).toList();
    }

    private void progress() {
        var some = running();
        if (!some.isEmpty()) hand.progress(lease(any(some)), random.nextInt(100));
    }

    private void end() throws IOException {
        var some = running();
        if (some.isEmpty()) return;
        var life = any(some);
        var lease = lease(life);
        running.remove(lease.task());
        if (random.nextInt(3) > 0) {
            hand.finish(lease, "image/png", "a.png", new byte[] {(byte) random.nextInt(50)});
            life.status = "succeeded";
        } else {
            hand.fail(lease, any(List.of(FailureCode.MODEL_ERROR, FailureCode.INVALID_INPUT)));
            life.status = "failed";
        }
    }

    private void cancel() {
        if (lives.isEmpty()) return;
        var life = random.nextBoolean() ? any(lives) : lives.getLast();
        var answer = any(List.of(DialectClient.values())).cancel(life.owner.client(), life.id);
        assertThat(answer.statusCode()).isBetween(200, 299);
        var lease = running.remove(task(life));
        if (!life.isLive()) return;
        life.status = "cancelled";
        if (lease != null) hand.stopped(lease);
    }

    private void look() {
        if (lives.isEmpty()) return;
        var life = random.nextInt(3) > 0 ? any(lives) : lives.getLast();
        var truth = truth(life);
        for (var voice : DialectClient.values()) {
            var answer = voice.look(life.owner.client(), life.id);
            assertThat(answer.statusCode()).as(voice + " of " + life.id).isEqualTo(200);
            compare(voice, voice.read(Client.json(answer)), truth);
            for (var other : callers) strangeLook(voice, life, other);
        }
    }

    /** In the dialect of tasks a task is its key's, elsewhere its account's. */
    private void strangeLook(DialectClient voice, Life life, Caller other) {
        boolean sees = voice == DialectClient.TASKS
                ? other.who().key().equals(life.owner.who().key())
                : other.who().account().equals(life.owner.who().account());
        assertThat(voice.look(other.client(), life.id).statusCode())
                .as(voice + " to another caller")
                .isEqualTo(sees ? 200 : 404);
    }

    /** The fold of the log, which has to agree with what the clients have done. */
    private TaskView truth(Life life) {
        var reads = server.live.store.reads();
        var account = life.owner.who().account();
        var task = task(life);
        var header = reads.find(account, task).join().orElseThrow().task().header();
        List<LogEntry> log = log(life.owner, task);
        if (log.getLast().event().kind() == TaskEvent.Kind.STOPPED)
            log = log.subList(0, log.size() - 1);
        var fold = TaskHistory.view(header, log);
        assertThat(fold.status().name().toLowerCase(Locale.ROOT)).isEqualTo(life.status);
        return fold;
    }

    private static void compare(DialectClient voice, DialectClient.Seen seen, TaskView truth) {
        assertThat(seen.status())
                .as(voice + ": status")
                .isEqualTo(truth.status().name().toLowerCase(Locale.ROOT));
        var state = truth.state();
        var files = state instanceof TaskState.Succeeded(var price, var output)
                ? output.assets().stream().map(Object::toString).toList()
                : List.<String>of();
        assertThat(seen.files()).as(voice + ": files").isEqualTo(files);
        String error = state instanceof TaskState.Failed(var failure)
                ? failure.code().wire() + ": " + failure.message()
                : "";
        assertThat(seen.error()).as(voice + ": error").isEqualTo(error);
        if (seen.charged() != null) {
            long cost = state instanceof TaskState.Succeeded(var price, var output)
                    ? price.amount()
                    : 0;
            assertThat(seen.charged()).as(voice + ": cost").isEqualTo(cost);
        }
        if (seen.created() != null)
            assertThat(seen.created())
                    .as(voice + ": time")
                    .isEqualTo(truth.times().created().toString());
    }
}
