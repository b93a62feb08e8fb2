package dev.safelight.app.proof;

/**
 * One attempt to tell something.
 *
 * @param task bare id
 * @param end how that task ended, as is told
 * @param isTaken answered with success
 */
record Arrived(
        String id, ToldTarget target, String task, String end, String body, boolean isTaken) {}
