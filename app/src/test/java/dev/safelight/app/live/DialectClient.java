package dev.safelight.app.live;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A dialect as its clients speak it, and what they make of its answers. */
public enum DialectClient {
    TOOLS {
        @Override
        public String submit(Client caller, String text, String key) {
            return caller.data(
                            "generate-tts", "{\"text\":\"" + text + "\"}", "Idempotency-Key", key)
                    .get("taskId")
                    .asString();
        }

        @Override
        public HttpResponse<String> look(Client caller, String id) {
            return caller.execute("get-task-status", "{\"taskId\":\"" + id + "\"}");
        }

        @Override
        public HttpResponse<String> cancel(Client caller, String id) {
            return caller.execute("cancel-task", "{\"taskId\":\"" + id + "\"}");
        }

        @Override
        public Seen read(JsonNode answer) {
            var task = answer.get("data");
            var error = task.path("error");
            return new Seen(
                    status(task.get("status").asString()),
                    bareAll(task.at("/output/assetIds")),
                    error(error.path("code"), error.path("message")),
                    task.at("/credits/charged").asLong(),
                    task.get("createdAt").asString());
        }
    },
    TASKS {
        @Override
        public String submit(Client caller, String text, String key) {
            return posted(
                            caller,
                            "/v1/tasks/submit",
                            "{\"model\":\"seedream-v4\",\"callback_url\":\"" + CALLBACK
                                    + "\",\"prompt\":\"" + text + "\"}",
                            key)
                    .get("task_id")
                    .asString();
        }

        @Override
        public HttpResponse<String> look(Client caller, String id) {
            return caller.call("POST", "/v1/tasks/query", "{\"task_id\":\"" + id + "\"}");
        }

        @Override
        public HttpResponse<String> cancel(Client caller, String id) {
            return caller.call("POST", "/v1/tasks/cancel/" + id, "");
        }

        @Override
        public Seen read(JsonNode task) {
            var files = new ArrayList<String>();
            for (var file : task.path("output"))
                files.add(file.get("url").asString().replaceAll(".*/assets/(\\w+)/.*", "$1"));
            var used = task.path("credits_used");
            return new Seen(
                    status(task.get("status").asString()),
                    files,
                    error(task.path("error_code"), task.path("error_message")),
                    used.isMissingNode()
                            ? 0
                            : used.decimalValue().movePointRight(3).longValue(),
                    null);
        }
    },
    EXECUTIONS {
        @Override
        public String submit(Client caller, String text, String key) {
            return posted(caller, "/v1/tools/generate-image", "{\"prompt\":\"" + text + "\"}", key)
                    .get("toolExecutionId")
                    .asString();
        }

        @Override
        public HttpResponse<String> look(Client caller, String id) {
            return caller.call("GET", "/v1/tools/executions/" + id, "");
        }

        @Override
        public HttpResponse<String> cancel(Client caller, String id) {
            return caller.call("POST", "/v1/tools/executions/" + id + "/cancel", "");
        }

        @Override
        public Seen read(JsonNode task) {
            var files = new ArrayList<String>();
            for (var result : task.get("results"))
                files.add(bare(result.get("fileId").asString()));
            var error = task.path("error");
            return new Seen(
                    status(task.get("status").asString()),
                    files,
                    error(error.path("code"), error.path("message")),
                    null,
                    null);
        }
    };

    static final String CALLBACK = "https://receiver.example/callback";

    /**
     * What a client learns of a task.
     *
     * @param status in one spelling for all
     * @param files bare ids
     * @param error code and message, or empty
     * @param charged credits, or null where the dialect does not tell
     * @param created as it is written, or null where the dialect does not tell
     */
    public record Seen(
            String status,
            List<String> files,
            String error,
            @Nullable Long charged,
            @Nullable String created) {}

    /** The id of a new task. */
    public abstract String submit(Client caller, String text, String key);

    public abstract HttpResponse<String> look(Client caller, String id);

    public abstract HttpResponse<String> cancel(Client caller, String id);

    public abstract Seen read(JsonNode answer);

    static JsonNode posted(Client caller, String path, String json, String key) {
        var response = Client.send(caller.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json))
                .build());
        if (response.statusCode() / 100 != 2)
            throw new AssertionError(response.statusCode() + " " + response.body());
        return Client.json(response);
    }

    static String status(String word) {
        return switch (word) {
            case "PENDING", "pending" -> "pending";
            case "PROCESSING", "running" -> "running";
            case "COMPLETED", "completed", "succeeded" -> "succeeded";
            case "FAILED", "failed" -> "failed";
            case "CANCELLED", "cancelled" -> "cancelled";
            default -> throw new AssertionError("no state: " + word);
        };
    }

    static String error(JsonNode code, JsonNode message) {
        if (code.isMissingNode()) return "";
        return code.asString().toLowerCase(Locale.ROOT) + ": " + message.asString();
    }

    static List<String> bareAll(JsonNode ids) {
        var bare = new ArrayList<String>();
        for (var id : ids) bare.add(bare(id.asString()));
        return bare;
    }

    public static String bare(String shown) {
        return shown.substring(shown.lastIndexOf('_') + 1);
    }
}
