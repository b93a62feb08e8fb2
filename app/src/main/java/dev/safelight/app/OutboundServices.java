package dev.safelight.app;

import dev.safelight.core.webhook.Courier;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.outbound.BoundedResolver;
import dev.safelight.server.outbound.CheckedAddresses;
import dev.safelight.server.outbound.CourierLimits;
import dev.safelight.server.outbound.HttpCourier;
import dev.safelight.server.outbound.NameLookup;
import dev.safelight.server.outbound.NamedUrls;
import dev.safelight.server.outbound.ResolverLimits;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What leaves one process for addresses that callers name, and the check of these addresses. */
final class OutboundServices {
    /** Lookups that block at once, which is also how many threads they want. */
    static final int LOOKUPS = ResolverLimits.USUAL.together().all();

    private final AddressCheck check;
    private final HttpCourier courier;

    /**
     * Asks no name and opens nothing before somebody names an address.
     *
     * @param lookups platform threads, as many as {@link #LOOKUPS}
     * @param answers where those who asked for a name go on
     */
    OutboundServices(
            Config config,
            NameLookup lookup,
            Executor lookups,
            Executor answers,
            InstantSource clock)
            throws ConfigFault {
        var names = new BoundedResolver(lookup, ResolverLimits.USUAL, lookups, answers);
        var addresses = new CheckedAddresses(config.addressRules(), names);
        check = new NamedUrls(addresses);
        courier = new HttpCourier(addresses, CourierLimits.USUAL, agent(), config.trusted(), clock);
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
