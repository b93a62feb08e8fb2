package dev.safelight.cli;

import dev.safelight.client.Request;
import dev.safelight.client.Safelight;

/**
 * What a command asks for.
 *
 * @param words what the file is named after when nobody names it
 * @param noun and what, when there is no letter in the words
 * @param asking makes the request, with a session where it needs one
 */
record Job(String words, String noun, Asking asking) {

    /** May ask the server for what the request needs. */
    @FunctionalInterface
    interface Asking {
        Request request(Safelight safelight) throws InterruptedException;
    }
}
