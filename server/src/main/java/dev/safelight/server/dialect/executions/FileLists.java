package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.core.JsonGenerator;

/** {@code GET /v1/files}: the most recently updated first, page by page. */
final class FileLists {
    private final Files files;
    private final ExecutionJson executions;
    private final FileJson rendering;
    private final Pages pages;

    FileLists(DialectPorts ports, ExecutionJson executions, FileJson rendering) {
        files = ports.library().files();
        this.executions = executions;
        this.rendering = rendering;
        pages = new Pages(ports.source().secrets(), "files");
    }

    Answer list(Call call) {
        Principal who = call.who();
        var key = call.body().path("selfOnly").asBoolean(false) ? who.key() : null;
        return Answer.later(
                files.list(who.account(), key, pages.after(call), Pages.limit(call)),
                page -> pages.show(
                        who, page.next(), json -> page.files().forEach(file -> write(json, file))));
    }

    /** Writes one as an object of an array. */
    void write(JsonGenerator json, StoredFile.Whole file) {
        json.writeStartObject();
        rendering.write(json, file, executions.origin(file));
        json.writeEndObject();
    }
}
