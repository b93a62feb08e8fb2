package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the callers' history against what the server says once all is done. */
final class HistoryJudge {
    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "CANCELLED");

    /** Lease, retries and half a minute, with room for a busy machine. */
    private static final int PATIENCE_SECONDS = 120;

    private final Api api;
    private final List<String[]> history;
    private final Map<String, String> taskOfKey = new HashMap<>();
    private final Map<String, JsonNode> views = new HashMap<>();

    HistoryJudge(Api api, List<String[]> history) {
        this.api = api;
        this.history = history;
        for (var line : history) {
            if (!line[0].equals("accepted")) continue;
            var earlier = taskOfKey.put(line[1], line[2]);
            assertThat(earlier == null || earlier.equals(line[2]))
                    .as("I2: %s", line[1])
                    .isTrue();
        }
    }

    /** I8: all that was begun ends, and what is queued gets its turn. */
    void awaitTheEndOfAll() {
        for (var task : Set.copyOf(taskOfKey.values())) {
            for (int waits = 0; !views.containsKey(task); waits++) {
                assertThat(waits).as("I8: %s is stuck", task).isLessThan(PATIENCE_SECONDS / 30);
                var view = api.data("wait-for-task", wait(task)).orElseThrow();
                if (ENDS.contains(view.get("status").asString())) views.put(task, view);
            }
        }
    }

    private static String wait(String task) {
        return "{\"taskId\":\"" + task + "\",\"timeoutSeconds\":30}";
    }

    void judge() {
        taskOfKey.forEach((key, task) -> assertThat(view(task).at("/metadata/n").asString())
                .as("I1: %s is what was asked under its key", task)
                .isEqualTo(key));
        judgeWhatWasSeen();
        judgeTheList();
        judgeTheBook();
    }

    private JsonNode view(String task) {
        var view = views.get(task);
        if (view == null) throw new AssertionError("I1: " + task + " is lost");
        return view;
    }

    /** I3, I9: nobody saw a task go back, and what ended stayed as it was seen. */
    private void judgeWhatWasSeen() {
        Map<String, Integer> ranks = new HashMap<>();
        for (var line : history) {
            if (line[0].equals("cancelled"))
                assertThat(view(line[1]).get("status").asString())
                        .as("I3: %s was cancelled", line[1])
                        .isEqualTo("CANCELLED");
            if (!line[0].equals("seen")) continue;
            int rank = rank(line[3]);
            int before = ranks.getOrDefault(line[1] + " " + line[2], 0);
            assertThat(rank).as("I3: %s only forwards", line[1]).isGreaterThanOrEqualTo(before);
            ranks.put(line[1] + " " + line[2], rank);
            if (rank == 2)
                assertThat(Load.seen(line[2], view(line[1]))).as("I3").isEqualTo(line);
        }
    }

    private static int rank(String status) {
        return ENDS.contains(status) ? 2 : status.equals("PENDING") ? 0 : 1;
    }

    /** I2: each request is there once, those whose answers were lost included. */
    private void judgeTheList() {
        var seen = new HashSet<String>();
        String cursor = "";
        do {
            var page = api.data("list-tasks", "{\"limit\":100" + cursor + "}").orElseThrow();
            for (var task : page.get("tasks")) {
                assertThat(seen.add(task.at("/metadata/n").asString()))
                        .as("I2: %s", task)
                        .isTrue();
                assertThat(taskOfKey).containsValue(task.get("taskId").asString());
            }
            cursor = page.has("nextCursor")
                    ? ",\"cursor\":\"" + page.get("nextCursor").asString() + "\""
                    : "";
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(taskOfKey.keySet());
    }

    /** I4, I5: successes cost their price, nothing else does, and nothing stays held. */
    private void judgeTheBook() {
        long spent = 0;
        for (var view : views.values()) {
            long charged = view.at("/credits/charged").asLong();
            boolean completed = view.get("status").asString().equals("COMPLETED");
            long price = view.at("/credits/estimated").asLong();
            assertThat(charged).as("I5: %s", view).isEqualTo(completed ? price : 0);
            spent += charged;
        }
        var book = api.data("get-credit-balance", "{}").orElseThrow();
        assertThat(book.get("held").asLong()).as("I4").isZero();
        assertThat(book.get("spent").asLong()).as("I5").isEqualTo(spent);
        assertThat(book.get("available").asLong())
                .as("I4")
                .isEqualTo(book.get("granted").asLong() - spent);
    }

    /** I7, as its owner sees it: what was made is there, with the bytes that its digest names. */
    void judgeTheFiles() {
        for (var view : views.values()) {
            for (var asset : view.at("/output/assetIds")) {
                var which = "{\"assetId\":\"" + asset.asString() + "\"}";
                var found = api.data("download-asset", which).orElseThrow();
                var bytes = api.file(found.get("url").asString());
                assertThat(FilesJudge.sha256(bytes))
                        .as("I7: %s", view)
                        .isEqualTo(found.get("sha256").asString());
            }
        }
    }

    @Override
    public String toString() {
        long made = views.values().stream()
                .filter(view -> view.get("status").asString().equals("COMPLETED"))
                .count();
        return "%d tasks, %d completed, %d lines of history"
                .formatted(views.size(), made, history.size());
    }
}
