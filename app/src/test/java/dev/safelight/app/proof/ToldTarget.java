package dev.safelight.app.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** What a task's end is told to, each under a path of its own and in the words of a dialect. */
enum ToldTarget {
    ENDPOINT(null, "/toolExecutionId", "/event"),
    KEY("X-Playcut-Signature", "/data/taskId", "/type"),
    CALLBACK("X-ByteSpike-Signature", "/task_id", "/status");

    /** The dialect's own signature, or null where there is none. */
    final @Nullable String signature;

    private final String task;
    private final String word;

    ToldTarget(@Nullable String signature, String task, String word) {
        this.signature = signature;
        this.task = task;
        this.word = word;
    }

    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    static ToldTarget of(String path) {
        return valueOf(path.substring(1).toUpperCase(Locale.ROOT));
    }

    /** The bare id of the task that a payload is about. */
    String task(JsonNode body) {
        return bare(body.at(task).asString());
    }

    /** How the task ended, in one spelling for all. */
    String end(JsonNode body) {
        String said = body.at(word).asString();
        String end = said.substring(said.lastIndexOf('.') + 1);
        return end.equals("succeeded") ? "completed" : end;
    }

    static String bare(String shown) {
        return shown.substring(shown.lastIndexOf('_') + 1);
    }
}
