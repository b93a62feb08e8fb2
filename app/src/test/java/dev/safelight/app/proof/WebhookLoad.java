package dev.safelight.app.proof;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who ask for tasks whose ends are told, and write down what was acknowledged. */
final class WebhookLoad {
    private static final int CALLERS = 6;
    private static final List<String> OUTCOMES =
            List.of("succeed", "succeed", "succeed", "flaky", "fail");

    private final Api api;
    private final String callback;
    private final AtomicInteger numbers = new AtomicInteger();

    /** Submits without an answer so far: to be repeated under the same key. */
    private final Map<String, Order> unknown = new ConcurrentHashMap<>();

    /** Whom the end of each acknowledged task is to be told to. */
    final Map<String, Set<ToldTarget>> acknowledged = new ConcurrentHashMap<>();

    private record Order(String path, String body, String idAt, Set<ToldTarget> told) {}

    WebhookLoad(Api api, String callback) {
        this.api = api;
        this.callback = callback;
    }

    /** Calls without a pause until told to stop. */
    void run(AtomicBoolean stop, long seed) {
        Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
        var callers = new ArrayList<Thread>();
        for (int caller = 0; caller < CALLERS; caller++) {
            var random = new Random(seed + caller);
            callers.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!stop.get()) act(random);
                } catch (AssertionError | RuntimeException wrong) {
                    broken.add(wrong);
                }
            }));
        }
        for (var caller : callers) join(caller);
        if (!broken.isEmpty()) throw new AssertionError("a caller says", broken.peek());
    }

    static void join(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One task after the other, so that there is no backlog: some are called off. */
    private void act(Random random) {
        String key = "n" + numbers.incrementAndGet();
        String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        String metadata = "\"metadata\":{\"sandbox.outcome\":\"%s\",\"sandbox.millis\":\"%d\"}"
                .formatted(outcome, random.nextInt(300));
        String task = submit(key, random.nextBoolean() ? speech(metadata) : picture(metadata));
        if (task.isEmpty()) return;
        var which = "{\"taskId\":\"task_" + task + "\"";
        if (random.nextInt(5) == 0) api.data("cancel-task", which + "}");
        else api.data("wait-for-task", which + ",\"timeoutSeconds\":1}");
    }

    private Order speech(String metadata) {
        return new Order(
                "/api/v1/tools/generate-tts/execute",
                "{\"text\":\"a\"," + metadata + "}",
                "/data/taskId",
                EnumSet.of(ToldTarget.ENDPOINT, ToldTarget.KEY));
    }

    private Order picture(String metadata) {
        return new Order(
                "/v1/tasks/submit",
                "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"a\"},\"callback_url\":\""
                        + callback + "\"," + metadata + "}",
                "/task_id",
                EnumSet.allOf(ToldTarget.class));
    }

    /** Empty when there was no answer. */
    private String submit(String key, Order order) {
        unknown.put(key, order);
        var answer = api.post(order.path, order.body, key);
        if (answer.isEmpty() || answer.get().statusCode() == 503) return "";
        if (answer.get().statusCode() / 100 != 2)
            throw new AssertionError(answer.get().body());
        var json = JsonMapper.shared().readTree(answer.get().body());
        String task = ToldTarget.bare(json.at(order.idAt).asString());
        acknowledged.put(task, order.told);
        unknown.remove(key);
        return task;
    }

    /** Asks again for all that got no answer. */
    void repeatUnknown() {
        for (int tries = 0; !unknown.isEmpty(); tries++) {
            if (tries > 20) throw new AssertionError("never answered: " + unknown.keySet());
            Map.copyOf(unknown).forEach(this::submit);
        }
    }
}
