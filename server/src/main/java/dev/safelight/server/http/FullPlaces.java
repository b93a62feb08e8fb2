package dev.safelight.server.http;

/** Whose {@link Places} are all taken. */
enum FullPlaces {
    OF_KEY,
    OF_ACCOUNT,
    IN_ALL
}
