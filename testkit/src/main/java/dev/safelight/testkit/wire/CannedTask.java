package dev.safelight.testkit.wire;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One task on its way through a script. Each look takes it one step further. */
final class CannedTask {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String id;
    private final String type;
    private final int credits;
    private final Script script;
    private int looks;
    private boolean cancelled;

    CannedTask(String id, String type, int credits, Script script) {
        this.id = id;
        this.type = type;
        this.credits = credits;
        this.script = script;
    }

    String type() {
        return type;
    }

    /** Whether the cancel came in time. */
    synchronized boolean cancel() {
        if (isDone()) return false;
        cancelled = true;
        return true;
    }

    /** The next view of it, which tells of {@code timedOut} when a held call would not end yet. */
    synchronized ObjectNode look(boolean held) {
        ObjectNode view = view();
        if (held && !isDone()) view.put("timedOut", true);
        looks++;
        return view;
    }

    synchronized ObjectNode view() {
        boolean isDone = status().equals("COMPLETED");
        var view = JSON.objectNode().put("taskId", id).put("type", type).put("status", status());
        view.putObject("credits").put("estimated", credits).put("charged", isDone ? credits : 0);
        view.putObject("processingInfo").put("progress", progress());
        switch (status()) {
            case "COMPLETED" ->
                view.putObject("output").putArray("assetIds").add(id.replace("task", "asset"));
            case "FAILED" ->
                view.putObject("error")
                        .put("code", "MODEL_ERROR")
                        .put("message", "The model returned no output. Try a different prompt.")
                        .put("retryable", true);
            default -> {}
        }
        return view;
    }

    private String status() {
        if (cancelled) return "CANCELLED";
        if (looks >= script.progress().size() && script.end() != Script.End.NEVER)
            return script.end().name();
        return progress() == 0 ? "PENDING" : "PROCESSING";
    }

    private int progress() {
        if (script.progress().isEmpty()) return 0;
        if (looks < script.progress().size()) return script.progress().get(looks);
        return script.end() == Script.End.COMPLETED ? 100 : script.progress().getLast();
    }

    private boolean isDone() {
        return switch (status()) {
            case "COMPLETED", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }
}
