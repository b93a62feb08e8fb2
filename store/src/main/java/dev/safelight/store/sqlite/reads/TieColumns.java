package dev.safelight.store.sqlite.reads;

import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.EventJson;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Row;
import dev.safelight.store.sqlite.rows.Bytes;

/** Reads what a task is tied to, which stands in its row alone. */
final class TieColumns {
    private final int session;
    private final int callersId;

    TieColumns(Columns columns) {
        session = columns.at("session");
        callersId = columns.at("callers_id");
    }

    EventJson.Ties read(Row row) {
        byte[] bytes = row.bytesOrNull(session);
        return new EventJson.Ties(
                bytes == null ? null : new SessionId(Bytes.id(bytes)), row.textOrNull(callersId));
    }
}
