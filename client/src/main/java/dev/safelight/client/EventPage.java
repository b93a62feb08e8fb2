package dev.safelight.client;

import java.util.List;

/**
 * Some of what happened in an account, in order.
 *
 * @param events may be empty though more follow
 * @param next the offset to go on from
 * @param isUpToDate whether nothing followed when it was answered
 */
public record EventPage(List<Event> events, String next, boolean isUpToDate) {

    /** What follows it as long as nothing does. */
    public EventPage after() {
        return new EventPage(List.of(), next, true);
    }
}
