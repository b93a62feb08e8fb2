package dev.safelight.core.dispatch;

import java.time.Instant;

/** The receivers that had no room when a line had its turn. */
final class FullReceivers {
    private Instant restsUntil = Instant.MAX;
    private Instant stuckFrom = Instant.MIN;

    void add(ReceiverState receiver, Instant now) {
        var rest = receiver.restsUntil();
        if (rest.isAfter(now) && rest.isBefore(restsUntil)) restsUntil = rest;
        if (receiver.stuckFrom().isAfter(stuckFrom)) stuckFrom = receiver.stuckFrom();
    }

    /** When the first of those that rest may be asked again; far away where none does. */
    Instant restUntil() {
        return restsUntil;
    }

    /** When all of them count as ones that take nothing. */
    Instant stuckFrom() {
        return stuckFrom;
    }
}
