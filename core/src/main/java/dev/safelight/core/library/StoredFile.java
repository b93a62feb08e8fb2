package dev.safelight.core.library;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.upload.Upload;

import org.jspecify.annotations.Nullable;

/** A file as an account sees it: it may exist before its bytes do. */
public sealed interface StoredFile {

    /** Its bytes have not come, or were refused. */
    record Missing(Upload upload) implements StoredFile {}

    /**
     * Its bytes are stored.
     *
     * @param transcript what is said in it: what the caller gave with it, or null
     */
    record Whole(Asset asset, Standing standing, @Nullable String transcript)
            implements StoredFile {}
}
