package dev.safelight.cli;

import dev.safelight.client.Request;
import dev.safelight.client.Safelight;

import org.jspecify.annotations.Nullable;

/**
 * What a command asks for.
 *
 * @param words what the file is named after when nobody names it
 * @param format that an option named; null for none
 * @param asking makes the request, with a session where it needs one
 */
record Job(String words, Format.Medium medium, @Nullable Format format, Asking asking) {

    /** May ask the server for what the request needs. */
    @FunctionalInterface
    interface Asking {
        /**
         * Makes the request.
         *
         * @param format what the file is to become; null for whatever the server makes
         */
        Request request(Safelight safelight, @Nullable Format format) throws InterruptedException;
    }
}
