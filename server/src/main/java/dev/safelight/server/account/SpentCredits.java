package dev.safelight.server.account;

import dev.safelight.core.access.LimitStore;
import dev.safelight.core.id.KeyId;

import tools.jackson.core.JsonGenerator;

import java.time.InstantSource;

/** Shows what a key has spent in each window in which it may spend so much. */
public final class SpentCredits {
    private final LimitStore limits;
    private final InstantSource clock;

    public SpentCredits(LimitStore limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The member {@code spent} of an open object: empty for a key that may spend without limit. */
    void write(JsonGenerator json, KeyId key) {
        json.writeObjectPropertyStart("spent");
        for (var window : limits.windows(key, clock.instant())) {
            json.writeObjectPropertyStart(
                    switch (window.window()) {
                        case FIVE_HOURS -> "creditsPer5Hours";
                        case ONE_DAY -> "creditsPerDay";
                        case SEVEN_DAYS -> "creditsPer7Days";
                    });
            json.writeNumberProperty("limit", window.limit().amount());
            json.writeNumberProperty("used", window.used().amount());
            json.writeStringProperty("resetsAt", window.resetsAt().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
