package dev.safelight.store.sqlite.telling;

import dev.safelight.core.webhook.Endpoint;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Directory.Listener;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An endpoint as of this point of the batch. */
public record EndpointRow(
        Listener listener, Endpoint.State state, @Nullable Instant failing) {

    static Query.Reader<EndpointRow> over(Columns columns) {
        var listener = Listener.over(columns);
        int state = columns.at("state");
        int failing = columns.at("failing");
        return row -> {
            Long since = row.numberOrNull(failing);
            return new EndpointRow(
                    listener.read(row),
                    Endpoint.State.of(row.integer(state)),
                    since == null ? null : Instant.ofEpochMilli(since));
        };
    }

    /** Its number. */
    long row() {
        return listener.row();
    }
}
