package dev.safelight.server.http.face;

import dev.safelight.server.http.problem.Refusal;

/**
 * What a route does: parse, call, render. Called on a platform thread, which it blocks for a short
 * read at most; may throw {@link Refusal}.
 */
@FunctionalInterface
public interface Handler {
    Answer answer(Call call);
}
