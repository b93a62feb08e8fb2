package dev.safelight.server.outbound;

import java.time.Duration;

/**
 * What one parcel, and all of them together, may take.
 *
 * @param total from the name's lookup to the end of the answer
 * @param connect of that, until an address has taken the connection
 * @param body of that, from the answer's headers to its end
 * @param bodyBytes of an answer, beyond which the connection is dropped
 * @param inFlight parcels at once, beyond which more fail at once
 * @param kept open connections, beyond which each is closed when its parcel is done
 */
public record CourierLimits(
        Duration total, Duration connect, Duration body, int bodyBytes, int inFlight, int kept) {

    /** Deliveries have at most 1,024 in flight; tests of endpoints come beside them. */
    public static final CourierLimits USUAL = new CourierLimits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            64 << 10,
            2_048,
            512);
}
