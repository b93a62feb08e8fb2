package dev.safelight.app.http.dialects;

/** The ways of being told of a task. */
enum Way {
    STREAM,
    FEED,
    ENDPOINT,
    KEY,
    CALLBACK
}
