package dev.safelight.server.outbound;

import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** Where the client's sockets lead to: addresses that were just checked, and nothing else. */
final class CheckedSockets implements SocketAddressResolver {
    /** Each may take its time to connect, and all of them share one parcel's. */
    private static final int MOST_TRIED = 3;

    private final CheckedAddresses addresses;

    CheckedSockets(CheckedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void resolve(
            String host,
            int port,
            Map<String, Object> context,
            Promise<List<InetSocketAddress>> promise) {
        try {
            var _ = addresses
                    .of(HostText.read(bracketed(host)), isSecure(context))
                    .whenComplete((all, fault) -> {
                        if (fault != null) promise.failed(fault);
                        else promise.succeeded(sockets(host, all, port));
                    });
        } catch (UrlFault fault) {
            promise.failed(fault);
        }
    }

    /** The client may hand over an IPv6 address without the brackets that it came in. */
    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static boolean isSecure(Map<String, Object> context) {
        var destination = (Destination) context.get(Destination.CONTEXT_KEY);
        return destination != null
                && HttpScheme.HTTPS.is(destination.getOrigin().getScheme());
    }

    private static List<InetSocketAddress> sockets(
            String host, List<InetAddress> addresses, int port) {
        return addresses.stream()
                .limit(MOST_TRIED)
                .map(address -> new InetSocketAddress(named(host, address), port))
                .toList();
    }

    /** TLS takes the name that the certificate must have from the address; nobody looks it up. */
    private static InetAddress named(String host, InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return bytes.length == 16
                    ? Inet6Address.getByAddress(host, bytes, -1)
                    : InetAddress.getByAddress(host, bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("no address has that length", impossible);
        }
    }
}
