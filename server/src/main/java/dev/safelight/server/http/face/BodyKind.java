package dev.safelight.server.http.face;

import dev.safelight.server.http.HttpLimits;

/** What a route does with the body of a request. */
public enum BodyKind {
    /** Nothing: whatever is sent is read and dropped. */
    NONE,
    /** Reads one JSON object before the handler is called; no body is an empty object. */
    JSON,
    /** The same of a body in which files may stand: see {@link HttpLimits.LargeBodies}. */
    LARGE_JSON,
    /** Leaves it to the handler, which takes it as it comes: {@link Call#upload}. */
    STREAM
}
