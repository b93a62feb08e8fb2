package dev.safelight.app.silence;

import dev.safelight.testkit.trace.SystemCall;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing asked of the system: whether it told somebody something, and what it left. */
record Act(SystemCall call) {
    /** All that may tell, leave or take away something; some machines lack those with a mark. */
    static final Set<String> CALLS = Set.of(
            "%network",
            "?open",
            "openat",
            "?openat2",
            "?creat",
            "?mkdir",
            "mkdirat",
            "?rename",
            "?renameat",
            "renameat2",
            "?link",
            "linkat",
            "?symlink",
            "symlinkat",
            "?mknod",
            "mknodat",
            "?unlink",
            "unlinkat",
            "?rmdir",
            "fsync",
            "fdatasync",
            "?io_uring_setup");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]*)\"");
    private static final Pattern FAMILY = Pattern.compile("sa_family=([A-Z0-9_a-z]+)");
    private static final Pattern SOCKET = Pattern.compile("sun_path=@?\"([^\"]*)\"");
    private static final Set<String> SENDING = Set.of("connect", "sendto", "sendmsg", "sendmmsg");
    private static final Set<String> OPENING = Set.of("open", "openat", "openat2", "creat");
    private static final Set<String> NAMING = Set.of(
            "mkdir",
            "mkdirat",
            "rename",
            "renameat",
            "renameat2",
            "link",
            "linkat",
            "symlink",
            "symlinkat",
            "mknod",
            "mknodat");

    /** Whoever looks up a host's name reads some of these first, whatever library it uses. */
    private static final Set<Path> OF_NAMES = Stream.of(
                    "resolv.conf", "hosts", "host.conf", "gai.conf")
            .map(Path.of("/etc")::resolve)
            .collect(Collectors.toSet());

    /** The daemon that may keep names says what it is asked for; users are asked for too. */
    private static final String NAME_DAEMON = "/nscd/socket";

    private static final Set<String> LOCAL_FAMILIES =
            Set.of("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_UNSPEC");

    /** Whether it left this machine, tried to, or may have without being seen. */
    boolean reachesOut() {
        if (call.name().equals("io_uring_setup")) return true;
        if (!SENDING.contains(call.name())) return false;
        return call.find(ADDRESS).stream().anyMatch(address -> !isLoopback(address))
                || call.find(FAMILY).stream().anyMatch(family -> !LOCAL_FAMILIES.contains(family))
                || reachesADaemon();
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.startsWith("::ffff:127.");
    }

    /** Another process of this machine could do the speaking. */
    private boolean reachesADaemon() {
        return call.succeeds()
                && call.find(SOCKET).stream().anyMatch(path -> !path.endsWith(NAME_DAEMON));
    }

    /** Whether the address of a host's name was wanted. */
    boolean asksForAName() {
        if (call.name().startsWith("send"))
            return call.arguments().contains("\"\\2\\0\\0\\0")
                    && call.arguments().contains("hosts");
        return opens() && call.paths().stream().anyMatch(OF_NAMES::contains);
    }

    /** The file or folder that came to be, or could be written to from then on. */
    Optional<Path> written(Path working) {
        if (!call.succeeds()) return Optional.empty();
        if (opens()) return forWriting() ? call.opened() : Optional.empty();
        if (!NAMING.contains(call.name())) return Optional.empty();
        return Optional.of(working.resolve(call.paths().getLast()).normalize());
    }

    private boolean opens() {
        return OPENING.contains(call.name());
    }

    private boolean forWriting() {
        return call.name().equals("creat")
                || Stream.of("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")
                        .anyMatch(call.arguments()::contains);
    }

    /** What was opened, by the name that the system itself has for it. */
    Optional<Path> opened() {
        return opens() ? call.opened() : Optional.empty();
    }
}
