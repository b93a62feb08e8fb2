package dev.safelight.core.library;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.ToolName;
import dev.safelight.core.upload.Upload;

import org.jspecify.annotations.Nullable;

/** A file as an account sees it: it may exist before its bytes do. */
public sealed interface StoredFile {

    /** Its bytes have not come, or were refused. */
    record Missing(Upload upload) implements StoredFile {}

    /**
     * Its bytes are stored.
     *
     * @param transcript what is said in it: what the caller gave with it, or null
     * @param maker what the task that made it asked for, or null for an upload
     */
    record Whole(
            Asset asset,
            FileState state,
            @Nullable String transcript,
            @Nullable Maker maker) implements StoredFile {
        public Whole withoutTranscript() {
            return new Whole(asset, state, null, maker);
        }
    }

    /** The tool and the model by whose names a file was asked for. */
    record Maker(TaskId task, ToolName tool, String model) {}
}
