package dev.safelight.server.http;

/** What a route does: parse, call, render. Never blocks; may throw {@link Refusal}. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Call call);
}
