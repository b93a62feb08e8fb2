package dev.safelight.app.proof;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that this machine knows, and those like {@code hangs-1-after-2.test}: that is found
 * twice, at 127.0.0.1, and whoever asks for it again waits as long as for a name server that is
 * silent. Java finds it among the services of the class path, in the server's process too.
 */
public final class HangingNames extends InetAddressResolverProvider {
    private static final Pattern HANGING = Pattern.compile("hangs-\\d+-after-(\\d+)\\.test");
    private static final long AS_LONG_AS_A_SILENT_SERVER = 20_000_000_000L;

    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    /** Has a process ask anew each time, instead of keeping what it was told for a while. */
    static final Stage STAGE =
            new Stage(List.of(), Map.of("JDK_JAVA_OPTIONS", "-Dsun.net.inetaddr.ttl=0"));

    static String name(int number, int timesFound) {
        return "hangs-%d-after-%d.test".formatted(number, timesFound);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var machine = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                    throws UnknownHostException {
                var hanging = HANGING.matcher(host);
                return hanging.matches()
                        ? found(host, Integer.parseInt(hanging.group(1)))
                        : machine.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return machine.lookupByAddress(address);
            }
        };
    }

    private Stream<InetAddress> found(String host, int times) throws UnknownHostException {
        if (found.merge(host, 1, Integer::sum) <= times)
            return Stream.of(InetAddress.ofLiteral("127.0.0.1"));
        LockSupport.parkNanos(AS_LONG_AS_A_SILENT_SERVER);
        throw new UnknownHostException(host);
    }

    @Override
    public String name() {
        return "names that hang";
    }
}
