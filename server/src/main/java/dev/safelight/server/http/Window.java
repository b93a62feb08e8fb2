package dev.safelight.server.http;

import dev.safelight.server.http.face.Allowance;

import java.time.Instant;

/**
 * Calls of the last 60 seconds, counted by the second: no window of a minute ever holds more than
 * the limit. Guarded by itself; held for some nanoseconds.
 */
final class Window {
    private static final int SECONDS = 60;
    private final String name;
    private final int limit;
    private final int[] counts = new int[SECONDS];
    private long newest;
    private int total;

    Window(String name, int limit) {
        this.name = name;
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** Counts a call if the limit allows. */
    synchronized Allowance admit(long nowMillis) {
        long second = Math.max(newest, nowMillis / 1000);
        forget(second);
        boolean admitted = total < limit;
        if (admitted) {
            counts[(int) (second % SECONDS)]++;
            total++;
        }
        long reset = (oldest(second) + SECONDS) * 1000;
        long seconds = Math.max(1, (reset - nowMillis + 999) / 1000);
        var at = Instant.ofEpochMilli(reset);
        return new Allowance(name, limit, limit - total, at, seconds, admitted);
    }

    /** Whether nothing was counted for a minute, so that it need not be kept. */
    synchronized boolean isIdle(long nowMillis) {
        return nowMillis / 1000 - newest > SECONDS;
    }

    private void forget(long second) {
        long stale = Math.min(second - newest, SECONDS);
        for (long at = second - stale + 1; at <= second; at++) {
            int slot = (int) (at % SECONDS);
            total -= counts[slot];
            counts[slot] = 0;
        }
        newest = second;
    }

    private long oldest(long second) {
        for (long at = second - SECONDS + 1; at < second; at++) {
            if (at >= 0 && counts[(int) (at % SECONDS)] > 0) return at;
        }
        return second;
    }
}
