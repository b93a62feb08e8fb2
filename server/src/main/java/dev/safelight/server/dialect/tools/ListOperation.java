package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.ToolName;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownSessions;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** {@code list-tasks}: newest first, page by page. */
final class ListOperation {
    private static final int USUAL_LIMIT = 20;
    private final Tasks tasks;
    private final ToolsIds ids;
    private final KnownSessions sessions;
    private final ToolNames names;
    private final Cursors cursors;
    private final TaskJson rendering;

    ListOperation(DialectPorts ports, ToolsIds ids, ToolNames names, TaskJson rendering) {
        tasks = ports.work().tasks();
        sessions = ports.data().knownSessions();
        cursors = new Cursors(ports.source().secrets(), "tools/list-tasks");
        this.ids = ids;
        this.names = names;
        this.rendering = rendering;
    }

    Answer list(Call call) {
        Principal who = call.who();
        JsonNode body = call.body();
        int limit = body.path("limit").asInt(USUAL_LIMIT);
        JsonNode cursor = body.get("cursor");
        var statuses = statuses(body);
        var tool = tool(body);
        Map<String, String> metadata =
                body.has("metadata") ? SubmitFields.entries(body.get("metadata")) : Map.of();
        Cursor after = cursor == null ? null : cursors.require(who.account(), cursor.asString());
        SessionId session = session(body);
        var origin = new TaskFilter.Origin(session, null, tool, null);
        var filter = new TaskFilter(statuses, origin, metadata, after, limit);
        var page = known(who, session).thenCompose(own -> tasks.list(who, filter));
        return Answer.later(page, found -> render(who, found));
    }

    private @Nullable SessionId session(JsonNode body) {
        return body.has("sessionId") ? ids.session(body.get("sessionId").asString()) : null;
    }

    private CompletableFuture<@Nullable Session> known(Principal who, @Nullable SessionId session) {
        if (session == null) return CompletableFuture.completedFuture(null);
        return sessions.find(who.account(), session)
                .thenApply(found -> found.orElseThrow(ToolsIds::noSession));
    }

    private Answer render(Principal who, TaskPage page) {
        return Data.object(json -> {
            json.writeArrayPropertyStart("tasks");
            for (var view : page.tasks()) {
                json.writeStartObject();
                rendering.writeBriefly(json, view);
                json.writeEndObject();
            }
            json.writeEndArray();
            var next = page.next();
            if (next != null)
                json.writeStringProperty("nextCursor", cursors.write(who.account(), next));
        });
    }

    private static Set<TaskStatus> statuses(JsonNode body) {
        JsonNode status = body.get("status");
        return status == null ? Set.of() : State.valueOf(status.asString()).meant();
    }

    private @Nullable ToolName tool(JsonNode body) {
        JsonNode name = body.get("tool");
        if (name == null) return null;
        return names.tool(name.asString())
                .orElseThrow(
                        () -> new Refusal(Problem.invalid("tool", names.unknown(name.asString()))))
                .tool()
                .name();
    }
}
