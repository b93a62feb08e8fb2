package dev.safelight.server.dialect.executions;

import dev.safelight.core.webhook.Occasion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events of this dialect by their documented names. */
public enum EventWord {
    EXECUTION_SUCCEEDED("tool_execution.succeeded", Occasion.TASK_SUCCEEDED),
    EXECUTION_FAILED("tool_execution.failed", Occasion.TASK_FAILED),
    EXECUTION_CANCELLED("tool_execution.cancelled", Occasion.TASK_CANCELLED),
    UPLOAD_COMPLETED("file.upload.completed", Occasion.FILE_UPLOADED),
    UPLOAD_FAILED("file.upload.failed", Occasion.FILE_REFUSED),
    PLAYBACK_READY("file.playback_ready", Occasion.FILE_PLAYABLE),
    DOWNLOAD_READY("file.download_ready", Occasion.FILE_DOWNLOADABLE),
    ANALYSIS_COMPLETED("file.analysis_completed", Occasion.FILE_UNDERSTOOD),
    ANALYSIS_FAILED("file.analysis_failed", Occasion.FILE_NOT_UNDERSTOOD),
    RUN_SUCCEEDED("workflow_run.succeeded", Occasion.RUN_SUCCEEDED),
    RUN_FAILED("workflow_run.failed", Occasion.RUN_FAILED),
    RUN_CANCELLED("workflow_run.cancelled", Occasion.RUN_CANCELLED),
    /** Of ours: nobody subscribes to it, for it is sent to one endpoint when it is asked for. */
    TEST("webhook.test", Occasion.TEST);

    private final String wire;
    private final Occasion occasion;

    EventWord(String wire, Occasion occasion) {
        this.wire = wire;
        this.occasion = occasion;
    }

    /** As it stands in a payload. */
    public String wire() {
        return wire;
    }

    public Occasion occasion() {
        return occasion;
    }

    public static EventWord of(Occasion occasion) {
        return Arrays.stream(values())
                .filter(word -> word.occasion == occasion)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no event for " + occasion));
    }

    /** Those that an endpoint may be told of. */
    public static List<EventWord> known() {
        return Arrays.stream(values()).filter(word -> word != TEST).toList();
    }

    /** One that an endpoint may be told of. */
    public static Optional<EventWord> read(String wire) {
        return known().stream().filter(word -> word.wire.equals(wire)).findFirst();
    }
}
