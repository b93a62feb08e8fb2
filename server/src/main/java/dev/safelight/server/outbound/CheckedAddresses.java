package dev.safelight.server.outbound;

import dev.safelight.server.outbound.AddressRules.Verdict;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves a host once and looks at every answer. Both the check of what callers name and the
 * client's sockets ask here, so an address that is connected to has passed in that very answer.
 */
public final class CheckedAddresses {
    private final AddressRules rules;
    private final NameResolver names;

    public CheckedAddresses(AddressRules rules, NameResolver names) {
        this.rules = rules;
        this.names = names;
    }

    /**
     * The addresses of a host.
     *
     * @param secure whether they are called by https; in the clear all have to be listed
     * @return fails in one way, whether there are none, one is refused, or none came in time
     */
    CompletableFuture<List<InetAddress>> of(OutboundHost host, boolean secure) {
        if (!secure && !rules.listAny())
            return CompletableFuture.failedFuture(new AddressRefused());
        return answers(host).handle((addresses, fault) -> {
            if (fault != null || !mayBeCalled(addresses, secure)) throw new AddressRefused();
            return addresses;
        });
    }

    private CompletableFuture<List<InetAddress>> answers(OutboundHost host) {
        return switch (host) {
            case OutboundHost.Literal literal ->
                CompletableFuture.completedFuture(List.of(literal.address()));
            case OutboundHost.Name name -> names.resolve(name.text());
        };
    }

    private boolean mayBeCalled(List<InetAddress> addresses, boolean secure) {
        return !addresses.isEmpty()
                && addresses.stream().allMatch(address -> mayBeCalled(address, secure));
    }

    private boolean mayBeCalled(InetAddress address, boolean secure) {
        return switch (rules.judge(address)) {
            case PUBLIC -> secure;
            case LISTED -> true;
            case REFUSED -> false;
        };
    }

    /** Whether it may be called only because the operator listed it. */
    boolean isListed(InetAddress address) {
        return rules.judge(address) == Verdict.LISTED;
    }
}
