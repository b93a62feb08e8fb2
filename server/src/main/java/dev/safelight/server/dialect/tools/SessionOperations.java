package dev.safelight.server.dialect.tools;

import dev.safelight.core.id.Ids;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

/** {@code create-session}. */
final class SessionOperations {
    private final Sessions sessions;
    private final Ids fresh;
    private final ToolsIds ids;

    SessionOperations(DialectPorts ports, ToolsIds ids) {
        sessions = ports.data().sessions();
        fresh = ports.source().ids();
        this.ids = ids;
    }

    Answer create(Call call) {
        var account = call.who().account();
        String title = call.body().path("title").asString("Untitled session");
        var id = new SessionId(fresh.next(account.number()));
        return Answer.later(
                sessions.create(account, id, title),
                session -> Data.object(json -> {
                    json.writeStringProperty("sessionId", ids.shown().of(session.id()));
                    json.writeStringProperty("title", session.title());
                    json.writeStringProperty("createdAt", session.created().toString());
                }));
    }
}
