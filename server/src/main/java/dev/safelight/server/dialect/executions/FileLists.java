package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;

import tools.jackson.core.JsonGenerator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** {@code GET /v1/files}: the most recently updated first, page by page. */
final class FileLists {
    private final Files files;
    private final Tasks tasks;
    private final ExecutionJson executions;
    private final FileJson rendering;
    private final Pages pages;

    FileLists(DialectPorts ports, ExecutionJson executions, FileJson rendering) {
        files = ports.library().files();
        tasks = ports.work().tasks();
        this.executions = executions;
        this.rendering = rendering;
        pages = new Pages(ports.source().secrets(), "files");
    }

    Answer list(Call call) {
        Principal who = call.who();
        var key = call.body().path("selfOnly").asBoolean(false) ? who.key() : null;
        return Answer.later(
                files.list(who.account(), key, pages.after(call), Pages.limit(call)),
                page -> Answer.later(
                        makers(who, page.files()),
                        makers -> pages.show(
                                who,
                                page.next(),
                                json -> page.files().forEach(file -> write(json, file, makers)))));
    }

    /** The tasks that made them, each once. */
    CompletableFuture<Map<TaskId, TaskView>> makers(Principal who, List<StoredFile.Whole> files) {
        var found = files.stream()
                .map(file -> file.asset().maker())
                .filter(Objects::nonNull)
                .distinct()
                .map(maker -> tasks.find(who, new TaskId(maker)))
                .toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new)).thenApply(all -> {
            var makers = new HashMap<TaskId, TaskView>();
            for (var view : found) view.join().ifPresent(maker -> makers.put(maker.id(), maker));
            return makers;
        });
    }

    /** Writes one as an object of an array. */
    void write(JsonGenerator json, StoredFile.Whole file, Map<TaskId, TaskView> makers) {
        var maker = file.asset().maker();
        var view = maker == null ? null : makers.get(new TaskId(maker));
        json.writeStartObject();
        rendering.write(json, file, view == null ? null : executions.origin(view));
        json.writeEndObject();
    }
}
