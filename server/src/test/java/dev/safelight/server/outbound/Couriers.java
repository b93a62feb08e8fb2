package dev.safelight.server.outbound;

import dev.safelight.core.webhook.Parcel;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Couriers for tests, with a clock of the machine, for what they are put through is real. */
final class Couriers {
    /** As usual, but no test waits for fifteen seconds. */
    static final CourierLimits SHORT = new CourierLimits(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            64 << 10,
            1_024,
            512);

    static final String LOOPBACK = "127.0.0.0/8";

    private Couriers() {}

    static HttpCourier allowing(String allowed, NameResolver names) {
        return trusting(TrustedIssuers.ofTheJvm(), allowed, names);
    }

    static HttpCourier trusting(TrustedIssuers issuers, String allowed, NameResolver names) {
        return new HttpCourier(
                new CheckedAddresses(AddressRules.allowing(allowed), names),
                SHORT,
                "Safelight/test",
                issuers,
                Clock.systemUTC());
    }

    static Parcel parcel(String url) {
        return new Parcel(
                url, List.of(new Parcel.Header("webhook-id", "msg_1")), "{\"text\":\"h\u00e9\"}");
    }
}
