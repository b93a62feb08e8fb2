package dev.safelight.store.sqlite.files;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A file whose bytes are stored, as of this point of the batch. */
public record FileRow(
        long number,
        AssetId id,
        AccountId account,
        FileSource source,
        String contentType,
        State state) {

    /**
     * What is asked before it is changed.
     *
     * @param taken bytes that it counts for with its transcript
     * @param preview by which it is public, or null
     * @param until when its bytes may be removed, or null for never
     */
    public record State(
            long taken,
            boolean isArchived,
            @Nullable Id preview,
            @Nullable Instant until) {
        /** Whether its bytes are there. */
        public boolean isKept(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    static Query.Reader<FileRow> over(Columns columns) {
        int number = columns.at("n");
        int id = columns.at("id");
        int account = columns.at("account");
        int task = columns.at("task");
        int type = columns.at("type");
        var state = state(columns);
        return row -> new FileRow(
                row.number(number),
                new AssetId(Bytes.id(row.bytes(id))),
                new AccountId(row.number(account)),
                row.numberOrNull(task) == null ? FileSource.UPLOADED : FileSource.MADE,
                row.text(type),
                state.read(row));
    }

    private static Query.Reader<State> state(Columns columns) {
        int taken = columns.at("taken");
        int archived = columns.at("archived");
        int preview = columns.at("preview");
        int expires = columns.at("expires");
        return row -> {
            byte[] shown = row.bytesOrNull(preview);
            Long until = row.numberOrNull(expires);
            return new State(
                    row.number(taken),
                    row.numberOrNull(archived) != null,
                    shown == null ? null : Bytes.id(shown),
                    until == null ? null : Instant.ofEpochMilli(until));
        };
    }
}
