package dev.safelight.bench.http;

import dev.safelight.bench.Threads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The server under test, really started, and its requests. */
final class Ours implements AutoCloseable {
    private static final String MAIN = "dev.safelight.app.Main";
    private static final String KEY = "a-test-key-for-the-bench";
    private static final String PROMPT =
            "a lighthouse keeper mending nets in the rain at dusk, oil painting, warm lamp light,"
                    + " gulls, wet cobbles, soft focus, seen from the quay";
    private static final Pattern HELD = Pattern.compile("(?m)^safelight_http_waits\\S* (\\S+)$");
    final Child child;
    private final String session;

    /** Starts it on an empty data folder; a test key goes to the sandbox, so no engine is heavy. */
    Ours(Path folder) throws IOException {
        child = start(folder, List.of());
        session = ask("create-session", "{\"title\":\"bench\"}").field("sessionId");
    }

    static Child start(Path folder, List<String> flags) throws IOException {
        var arguments =
                List.of(MAIN, "serve", "--port", "PORT", "--data", folder.resolve("data") + "");
        return new Child(folder.resolve("server.log"), flags, arguments, environment());
    }

    private static Map<String, String> environment() {
        return Map.of(
                "SAFELIGHT_TEST_KEY",
                KEY,
                "SAFELIGHT_GRANT",
                Integer.toString(Integer.MAX_VALUE),
                "SAFELIGHT_SUBMITS_PER_MINUTE",
                "0",
                "SAFELIGHT_READS_PER_MINUTE",
                "0",
                "SAFELIGHT_DEV",
                "true");
    }

    /** Writes an AOT cache from a training run. */
    static void train(Path cache, Path log) throws IOException {
        var flags = List.of("-XX:AOTCacheOutput=" + cache, library(cache));
        Child.run(log, flags, List.of(MAIN, "--train"));
    }

    /** What a start is given, as the launcher does: a cache, and SQLite's library unpacked. */
    static List<String> trained(Path cache) {
        return List.of("-XX:AOTCache=" + cache, library(cache), "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static String library(Path cache) {
        return "-Dorg.sqlite.lib.path=" + cache.resolveSibling("native");
    }

    /** As many tasks as hold all slots, so that nothing that is submitted after them runs. */
    void fillSlots() throws IOException {
        for (int i = 0; i < 8; i++) hang();
    }

    /** A task that never ends by itself; its id. */
    String hang() throws IOException {
        String metadata = ",\"metadata\":{\"sandbox.outcome\":\"hang\"}}";
        return ask("generate-image-from-text", picture(0).replaceFirst("}$", metadata))
                .field("taskId");
    }

    private Reply ask(String tool, String body) throws IOException {
        Reply[] replies = new Reply[1];
        try (var load = new Load(child.port, 1)) {
            load.until(1, (on, number) -> post(tool, "", body), (on, reply) -> replies[0] = reply);
        }
        return checked(replies[0]);
    }

    static Reply checked(Reply reply) {
        if (reply.status() / 100 != 2) throw new IllegalStateException("refused: " + reply.text());
        return reply;
    }

    String picture(long number) {
        return "{\"prompt\":\"" + PROMPT + " " + number + "\",\"aspectRatio\":\"16:9\","
                + "\"imageSize\":\"1K\",\"seed\":" + number % 1_000_000 + ",\"workerId\":\""
                + session + "\"}";
    }

    /** A submit with an idempotency key of its own. */
    byte[] submit(long number) {
        String key = "Idempotency-Key: bench-" + number + "\r\n";
        return post("generate-image-from-text", key, picture(number));
    }

    byte[] submitWithoutKey(long number) {
        return post("generate-image-from-text", "", picture(number));
    }

    /** The same picture, asked for in the dialect {@code tasks}. */
    byte[] submitTask(long number) {
        String key = "Idempotency-Key: bench-t-" + number + "\r\n";
        String body = "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"" + PROMPT + " " + number
                + "\",\"size\":\"1024x1024\",\"seed\":" + number % 1_000_000 + "}}";
        return Wire.post("/v1/tasks/submit", KEY, key, body);
    }

    /** The same picture, asked for in the dialect {@code executions}. */
    byte[] startExecution(long number) {
        String key = "Idempotency-Key: bench-e-" + number + "\r\n";
        String body = "{\"prompt\":\"" + PROMPT + " " + number
                + "\",\"aspectRatio\":{\"width\":16,\"height\":9},\"quality\":\"STANDARD\"}";
        return Wire.post("/v1/tools/generate-image", KEY, key, body);
    }

    byte[] query(String task) {
        return Wire.post("/v1/tasks/query", KEY, "", "{\"task_id\":\"" + task + "\"}");
    }

    byte[] execution(String task) {
        return Wire.get("/v1/tools/executions/" + task, KEY);
    }

    /** Submits a picture that the sandbox makes at once; its id. */
    String quick(long number) throws IOException {
        return ask("generate-image-from-text", picture(number)).field("taskId");
    }

    void awaitEnd(String task) throws IOException {
        ask("wait-for-task", "{\"taskId\":\"" + task + "\"}");
    }

    /** Jumps about: a stride without a common factor meets every task once. */
    static String any(List<String> tasks, long number) {
        return tasks.get((int) (number * 7_919 % tasks.size()));
    }

    /** The stream of a task that the dialect {@code tools} has made. */
    byte[] stream(String task) {
        return Wire.get("/v1/tasks/stream/" + task, KEY);
    }

    /** Names an endpoint that is told of each task that is called off. */
    void tell(String url) throws IOException {
        String body = "{\"url\":\"" + url + "\",\"events\":[\"tool_execution.cancelled\"]}";
        Reply[] replies = new Reply[1];
        try (var load = new Load(child.port, 1)) {
            load.until(
                    1,
                    (on, n) -> Wire.post("/v1/webhooks/endpoints", KEY, "", body),
                    (on, reply) -> replies[0] = reply);
        }
        checked(replies[0]);
    }

    byte[] status(String task) {
        return post("get-task-status", "", "{\"taskId\":\"" + task + "\"}");
    }

    byte[] await(String task) {
        return post("wait-for-task", "", "{\"taskId\":\"" + task + "\"}");
    }

    byte[] cancel(String task) {
        return post("cancel-task", "", "{\"taskId\":\"" + task + "\"}");
    }

    /** Until so many waits are held. */
    void awaitHeld(int waits) throws IOException {
        for (int tries = 0; held() < waits; tries++) {
            if (tries > 600) throw new IOException("only " + held() + " waits are held");
            Threads.pause(100);
        }
    }

    private double held() throws IOException {
        var page = new String[1];
        try (var load = new Load(child.port, 1)) {
            load.until(1, (on, n) -> Wire.get("/metrics"), (on, reply) -> page[0] = reply.text());
        }
        var found = HELD.matcher(page[0]);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static byte[] post(String tool, String headers, String body) {
        return Wire.post("/api/v1/tools/" + tool + "/execute", KEY, headers, body);
    }

    @Override
    public void close() {
        child.close();
    }
}
