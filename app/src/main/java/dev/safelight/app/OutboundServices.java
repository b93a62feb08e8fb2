package dev.safelight.app;

import dev.safelight.core.webhook.Courier;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.outbound.BoundedResolver;
import dev.safelight.server.outbound.CheckedAddresses;
import dev.safelight.server.outbound.HttpCourier;
import dev.safelight.server.outbound.NameLookup;
import dev.safelight.server.outbound.NamedUrls;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What leaves one process for addresses that callers name, and the check of these addresses. */
final class OutboundServices {
    private final AddressCheck check;
    private final HttpCourier courier;

    /**
     * Asks no name and opens nothing before somebody names an address.
     *
     * @param lookups platform threads, as many as the lookups that the limits allow at once
     * @param answers where those who asked for a name go on
     */
    OutboundServices(
            Config config,
            NameLookup lookup,
            Executor lookups,
            Executor answers,
            InstantSource clock)
            throws ConfigFault {
        var limits = config.limits().outgoing();
        var names = new BoundedResolver(lookup, limits.names(), lookups, answers);
        var addresses = new CheckedAddresses(config.addressRules(), names);
        check = new NamedUrls(addresses);
        courier = new HttpCourier(addresses, limits.courier(), agent(), config.trusted(), clock);
    }

    /** How receivers know who calls; classes outside of a jar have no version. */
    private static String agent() {
        var version = OutboundServices.class.getPackage().getImplementationVersion();
        return version == null ? "Safelight" : "Safelight/" + version;
    }

    /** For every face that takes an address from a caller. */
    AddressCheck check() {
        return check;
    }

    /** For whatever is sent to such an address. */
    Courier courier() {
        return courier;
    }

    /** Payloads on their way. */
    int parcels() {
        return courier.inFlight();
    }

    /** Gives up what is on its way. */
    void close() {
        courier.close();
    }
}
