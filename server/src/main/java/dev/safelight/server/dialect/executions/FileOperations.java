package dev.safelight.server.dialect.executions;

import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.JsonText;

/** A file that a task has made: addresses are signed whenever it is shown. */
final class FileOperations {
    private final KnownAssets assets;
    private final ExecutionIds ids;
    private final FileJson rendering;

    FileOperations(KnownAssets assets, ExecutionIds ids, FileJson rendering) {
        this.assets = assets;
        this.ids = ids;
        this.rendering = rendering;
    }

    /** {@code GET /v1/files/{fileId}}, and its {@code hydrate}, which has nothing to add. */
    Answer get(Call call) {
        var id = ids.file(call.segment(0));
        return Answer.later(assets.find(call.who().account(), id), found -> {
            var asset = found.orElseThrow(ExecutionIds::noFile);
            return Answer.json(JsonText.object(json -> rendering.write(json, asset)));
        });
    }
}
