package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code GET /v1/tools/executions}: newest first, page by page. */
final class ListOperation {
    private final Tasks tasks;
    private final KnownFiles files;
    private final ExecutionJson rendering;
    private final Pages pages;

    ListOperation(DialectPorts ports, ExecutionJson rendering) {
        tasks = ports.work().tasks();
        files = ports.library().known();
        pages = new Pages(ports.source().secrets(), "toolExecutions");
        this.rendering = rendering;
    }

    Answer list(Call call) {
        Principal who = call.who();
        JsonNode asked = call.body();
        var key = asked.path("selfOnly").asBoolean(false) ? who.key() : null;
        Map<String, String> metadata = SubmitFields.entries(asked.path("metadata"));
        var filter = new TaskFilter(
                Set.of(),
                new TaskFilter.Origin(null, key, null, null),
                metadata,
                pages.after(call),
                Pages.limit(call));
        return Answer.later(tasks.list(who, filter), page -> withFiles(who, page));
    }

    /** The files of all of them are asked for at once. */
    private Answer withFiles(Principal who, TaskPage page) {
        var ids = page.tasks().stream().flatMap(view -> made(view).stream()).toList();
        return Answer.later(files.findMade(who.account(), ids), found -> show(who, page, found));
    }

    private Answer show(Principal who, TaskPage page, List<StoredFile.Whole> found) {
        Map<AssetId, StoredFile.Whole> byId = new HashMap<>();
        found.forEach(file -> byId.put(file.asset().file().id(), file));
        return pages.show(who, page.next(), json -> {
            for (var view : page.tasks()) {
                var files = made(view).stream()
                        .map(byId::get)
                        .filter(Objects::nonNull)
                        .toList();
                json.writeStartObject();
                rendering.write(json, view, files);
                json.writeEndObject();
            }
        });
    }

    private static List<AssetId> made(TaskView view) {
        return view.state() instanceof TaskState.Succeeded(var price, var output)
                ? output.assets()
                : List.of();
    }
}
