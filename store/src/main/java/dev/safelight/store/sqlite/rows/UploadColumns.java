package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Upload;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.time.Instant;

/** Reads an upload from its row. */
public final class UploadColumns {
    /** What a query of an upload called {@code u} selects. */
    static final String SQL = "u.id, u.account, u.key, u.text, u.name, u.kind, u.temporary,"
            + " u.transcript, u.created, u.until, u.reason, u.words";

    private UploadColumns() {}

    /** What is stored for a reason; never changes. */
    public static long code(Inspection.Reason reason) {
        return switch (reason) {
            case UNKNOWN_TYPE -> 0;
            case DAMAGED -> 1;
            case TOO_MUCH -> 2;
            case NO_PROGRAM -> 3;
        };
    }

    private static Inspection.Reason reason(long code) {
        for (var reason : Inspection.Reason.values()) {
            if (code(reason) == code) return reason;
        }
        throw new IllegalStateException("no reason is stored as " + code);
    }

    public static Query.Reader<Upload> over(Columns columns) {
        int created = columns.at("created");
        int until = columns.at("until");
        int reason = columns.at("reason");
        int words = columns.at("words");
        var what = what(columns);
        return row -> {
            String why = row.textOrNull(words);
            var refused =
                    why == null ? null : new Inspection.Refused(reason(row.number(reason)), why);
            return new Upload(
                    what.read(row),
                    Instant.ofEpochMilli(row.number(created)),
                    Instant.ofEpochMilli(row.number(until)),
                    refused);
        };
    }

    private static Query.Reader<NewUpload> what(Columns columns) {
        int id = columns.at("id");
        int account = columns.at("account");
        int key = columns.at("key");
        int text = columns.at("text");
        var wish = wish(columns);
        return row -> new NewUpload(
                new AssetId(Bytes.id(row.bytes(id))),
                new AccountId(row.number(account)),
                new KeyId(row.number(key)),
                new KeyDigest(row.text(text)),
                wish.read(row));
    }

    private static Query.Reader<NewUpload.Wish> wish(Columns columns) {
        int name = columns.at("name");
        int kind = columns.at("kind");
        int temporary = columns.at("temporary");
        int transcript = columns.at("transcript");
        return row -> new NewUpload.Wish(
                row.text(name),
                row.textOrNull(kind),
                row.number(temporary) == 1,
                row.textOrNull(transcript));
    }
}
