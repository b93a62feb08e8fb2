package dev.safelight.server.http;

/** Whose {@link Permits} are all taken. */
enum NoPermit {
    OF_KEY,
    OF_ACCOUNT,
    IN_ALL
}
