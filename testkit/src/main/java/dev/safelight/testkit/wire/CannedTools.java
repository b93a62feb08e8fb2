package dev.safelight.testkit.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The answers of the tools, one method each. Empty means that there is no such thing. */
final class CannedTools {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentSkipListMap<String, CannedTask> tasks = new ConcurrentSkipListMap<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private volatile Script script = Script.done();

    void script(Script next) {
        script = next;
    }

    int tasks() {
        return tasks.size();
    }

    Optional<ObjectNode> answer(Received call, URI origin) {
        JsonNode input = call.input();
        return switch (call.tool()) {
            case "create-session" -> Optional.of(session(input));
            case "generate-image-from-text" -> Optional.of(submit(call, "TEXT_TO_IMAGE", 80));
            case "generate-tts" -> Optional.of(submit(call, "TTS", 10));
            case "get-task-status" -> task(input).map(task -> task.look(false));
            case "wait-for-task" -> task(input).map(task -> task.look(true));
            case "cancel-task" -> task(input).map(CannedTools::cancelled);
            case "list-tasks" -> Optional.of(list(input));
            case "get-credit-balance" -> Optional.of(balance());
            case "estimate-task" -> Optional.of(estimate());
            case "list-voices" -> Optional.of(voices());
            case "download-asset" -> Optional.of(asset(input, origin));
            default -> Optional.empty();
        };
    }

    boolean isReplay(Received call) {
        return call.idempotencyKey() != null && byKey.containsKey(call.idempotencyKey());
    }

    private ObjectNode session(JsonNode input) {
        return JSON.objectNode()
                .put("sessionId", "sess_%026d".formatted(count.incrementAndGet()))
                .put("title", input.path("title").asString());
    }

    private ObjectNode submit(Received call, String type, int credits) {
        String id = call.idempotencyKey() == null
                ? start(type, credits)
                : byKey.computeIfAbsent(call.idempotencyKey(), key -> start(type, credits));
        return JSON.objectNode()
                .put("taskId", id)
                .put("status", "PENDING")
                .put("estimatedCredits", credits);
    }

    private String start(String type, int credits) {
        String id = "task_%026d".formatted(count.incrementAndGet());
        tasks.put(id, new CannedTask(id, type, credits, script));
        return id;
    }

    private Optional<CannedTask> task(JsonNode input) {
        return Optional.ofNullable(tasks.get(input.path("taskId").asString()));
    }

    private static ObjectNode cancelled(CannedTask task) {
        boolean cancelled = task.cancel();
        return task.view().put("cancelled", cancelled);
    }

    private ObjectNode list(JsonNode input) {
        String before = input.path("cursor").asString("~");
        int limit = input.path("limit").asInt(20);
        List<String> older = tasks.descendingKeySet().tailSet(before, false).stream()
                .limit(limit + 1L)
                .toList();
        List<String> shown = older.subList(0, Math.min(limit, older.size()));
        var answer = JSON.objectNode();
        var page = answer.putArray("tasks");
        shown.forEach(id -> page.add(Objects.requireNonNull(tasks.get(id), id).view()));
        if (older.size() > limit) answer.put("nextCursor", shown.getLast());
        return answer;
    }

    private static ObjectNode balance() {
        return JSON.objectNode()
                .put("granted", 100_000)
                .put("available", 99_910)
                .put("held", 80)
                .put("spent", 10);
    }

    private static ObjectNode estimate() {
        return JSON.objectNode()
                .put("estimatedCredits", 80)
                .put("typicalSeconds", 6)
                .put("deadlineSeconds", 300);
    }

    private static ObjectNode voices() {
        var answer = JSON.objectNode();
        answer.putArray("voices")
                .addObject()
                .put("voiceId", "joe")
                .put("name", "Joe")
                .put("language", "en-US");
        return answer;
    }

    private ObjectNode asset(JsonNode input, URI origin) {
        String id = input.path("assetId").asString();
        CannedFile file = file(id);
        return JSON.objectNode()
                .put("url", origin + "/assets/" + id + "?signature=canned")
                .put("expiresAt", "2026-05-18T12:00:00.000Z")
                .put("contentType", file.type())
                .put("bytes", file.bytes().length)
                .put("sha256", file.digest());
    }

    /** A sound for a task that spoke, else the picture. */
    CannedFile file(String asset) {
        CannedTask task = tasks.get(asset.replace("asset", "task"));
        return task != null && task.type().equals("TTS") ? CannedFile.SOUND : CannedFile.PICTURE;
    }
}
