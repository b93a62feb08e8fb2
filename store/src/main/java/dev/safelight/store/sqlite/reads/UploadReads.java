package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.upload.Upload;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.UploadColumns;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Files whose bytes are not there, and what those take that are. */
public final class UploadReads {
    private static final ReadPool.Question<Upload> UPLOAD =
            ReadPool.Question.named("upload", UploadColumns::over);
    private static final ReadPool.Question<Long> STORAGE =
            ReadPool.Question.named("storage", columns -> row -> row.number(1));

    private final ReadPool pool;

    public UploadReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Optional<Upload>> find(AssetId id) {
        return pool.read(reader -> Optional.ofNullable(find(reader, id)));
    }

    static @Nullable Upload find(ReadPool.Reader reader, AssetId id) {
        return reader.ask(UPLOAD).bind(Bytes.of(id.id())).first();
    }

    public CompletableFuture<Long> used(AccountId account) {
        return pool.read(reader -> {
            Long bytes = reader.ask(STORAGE).bind(account.number()).first();
            return bytes == null ? 0L : bytes;
        });
    }
}
