package dev.safelight.app.http.dialects;

import dev.safelight.app.live.Told;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A task whose stream is heard from its beginning to its end. */
record Followed(
        String id,
        SideBySide.Caller owner,
        boolean hasCallback,
        CompletableFuture<List<Told>> stream) {}
