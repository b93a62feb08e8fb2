package dev.safelight.app.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Callers who submit, cancel, wait and look at once, and write down what they were told. */
final class Load {
    private static final int CALLERS = 8;

    /** Outcomes that take one retry at most, a second after the first attempt. */
    static final List<String> QUICK = List.of("succeed", "succeed", "succeed", "flaky", "fail");

    private static final List<String> OUTCOMES =
            List.of("succeed", "succeed", "succeed", "flaky", "fail", "crash");

    private final Api api;
    private final History history;
    private final List<String> outcomes;

    /** Submits without an answer so far: to be repeated under the same key. */
    private final Map<String, Order> unknown = new ConcurrentHashMap<>();

    /** Where pictures are drawn; without one there is speech only. */
    private volatile @Nullable String session;

    private final List<String> tasks = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private record Order(String tool, String body) {}

    Load(Api api, History history) {
        this(api, history, OUTCOMES);
    }

    Load(Api api, History history, List<String> outcomes) {
        this.api = api;
        this.history = history;
        this.outcomes = outcomes;
    }

    /** Until so many more were taken. */
    void awaitAccepted(int more) {
        int enough = tasks.size() + more;
        Patience.until(enough + " are taken", () -> tasks.size() >= enough);
    }

    /** Calls without a pause until told to stop. Throws what a caller found to be wrong. */
    void run(AtomicBoolean stop, long seed) {
        var broken = new ConcurrentLinkedQueue<Throwable>();
        var callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> Thread.ofPlatform().unstarted(() -> call(i, stop, seed, broken)))
                .toList();
        callers.forEach(Thread::start);
        for (var caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (!broken.isEmpty()) throw new AssertionError("a caller says", broken.peek());
    }

    /** Until so many are without an answer that takes them. */
    void awaitRefused(int enough) {
        Patience.until(enough + " are refused", () -> unknown.size() >= enough);
    }

    private void call(int caller, AtomicBoolean stop, long seed, Queue<Throwable> broken) {
        var random = new Random(seed * CALLERS + caller);
        try {
            while (!stop.get()) act(random, Integer.toString(caller));
        } catch (AssertionError | RuntimeException found) {
            broken.add(found);
        }
    }

    private void act(Random random, String caller) {
        int dice = random.nextInt(10);
        if (dice < 5 || tasks.isEmpty()) submitNew(random);
        else if (dice < 7) cancel(pick(random));
        else if (dice < 9) look("get-task-status", pick(random), caller);
        else look("wait-for-task", pick(random), caller);
    }

    private String pick(Random random) {
        return tasks.get(random.nextInt(tasks.size()));
    }

    private void submitNew(Random random) {
        String key = nextKey();
        var outcome = outcomes.get(random.nextInt(outcomes.size()));
        int millis = random.nextInt(300);
        var drawn = session;
        var order = drawn == null || random.nextBoolean()
                ? speech(key, outcome, millis)
                : picture(key, drawn, outcome, millis);
        submit(key, order).ifPresent(tasks::add);
    }

    private String nextKey() {
        return "n" + numbers.incrementAndGet();
    }

    private static Order speech(String key, String outcome, int millis) {
        var input = "{\"text\":\"say " + key + "\",";
        return new Order("generate-tts", input + metadata(key, outcome, millis) + "}");
    }

    /** Half of all are pictures from here on: each has bytes of its own, as no speech has. */
    void draw() {
        session =
                api.data("create-session", "{}").orElseThrow().get("sessionId").asString();
    }

    private static Order picture(String key, String session, String outcome, int millis) {
        var input = "{\"workerId\":\"" + session + "\",\"prompt\":\"a cat\",";
        var body = input + metadata(key, outcome, millis) + "}";
        return new Order("generate-image-from-text", body);
    }

    private static String metadata(String key, String outcome, int millis) {
        return """
                "metadata":{"n":"%s","sandbox.outcome":"%s",\
                "sandbox.millis":"%d","sandbox.steps":"2"}""".formatted(key, outcome, millis);
    }

    private Optional<String> submit(String key, Order order) {
        unknown.put(key, order);
        history.write("sent", key);
        var answer = api.data(order.tool(), order.body(), key);
        return answer.map(data -> data.get("taskId").asString()).map(task -> {
            history.write("accepted", key, task);
            unknown.remove(key);
            return task;
        });
    }

    /** One task that none of the callers meddles with. */
    String plant(String outcome) {
        return plant(outcome, 0);
    }

    /** One that takes so long. */
    String plant(String outcome, int millis) {
        String key = nextKey();
        return submit(key, speech(key, outcome, millis)).orElseThrow();
    }

    /** One picture that none of the callers meddles with. */
    String plantPicture(String session, int millis) {
        String key = nextKey();
        return submit(key, picture(key, session, "succeed", millis)).orElseThrow();
    }

    void cancel(String task) {
        api.data("cancel-task", taskId(task)).ifPresent(answer -> {
            if (answer.get("cancelled").asBoolean()) history.write("cancelled", task);
        });
    }

    private void look(String tool, String task, String caller) {
        var body = tool.equals("wait-for-task")
                ? "{\"taskId\":\"%s\",\"timeoutSeconds\":1}".formatted(task)
                : taskId(task);
        api.data(tool, body).ifPresent(view -> history.write(seen(caller, view)));
    }

    static String[] seen(String caller, JsonNode view) {
        return new String[] {
            "seen",
            view.get("taskId").asString(),
            caller,
            view.get("status").asString(),
            view.path("output").path("assetIds").toString(),
            view.path("credits").path("charged").toString()
        };
    }

    static String taskId(String task) {
        return "{\"taskId\":\"" + task + "\"}";
    }

    /** Until every submit is answered one way or the other. */
    void repeatUnknown() {
        for (int tries = 0; !unknown.isEmpty(); tries++) {
            if (tries > 20) throw new AssertionError("never answered: " + unknown.keySet());
            Map.copyOf(unknown).forEach((key, order) -> submit(key, order).ifPresent(tasks::add));
        }
    }
}
