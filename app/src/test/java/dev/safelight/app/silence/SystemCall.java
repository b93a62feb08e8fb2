package dev.safelight.app.silence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing asked of the system, as strace writes it with the paths of descriptors.
 *
 * @param name as in {@code openat}
 * @param text the whole line
 */
record SystemCall(String name, String text) {
    private static final Pattern SHAPE = Pattern.compile("([a-z_0-9]+)\\(.*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]*)\"");
    private static final Pattern FAMILY = Pattern.compile("sa_family=([A-Z0-9_a-z]+)");
    private static final Pattern SOCKET = Pattern.compile("sun_path=@?\"([^\"]*)\"");
    private static final Pattern QUOTED =
            Pattern.compile("(?:(?:AT_FDCWD|\\d+)<([^>]*)>, )?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern OPENED = Pattern.compile(".* = \\d+<([^>]*)>");
    private static final Pattern SYNCED = Pattern.compile("f(?:data)?sync\\(\\d+<([^>]*)>\\).*");

    private static final Set<String> SENDING = Set.of("connect", "sendto", "sendmsg", "sendmmsg");
    private static final Set<String> OPENING = Set.of("open", "openat", "openat2", "creat");
    private static final Set<String> FOLDERS = Set.of("mkdir", "mkdirat");
    private static final Set<String> NAMING = Set.of(
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
    private static final Set<String> OF_NAMES =
            Set.of("/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/gai.conf");

    /** The daemon that may keep names says what it is asked for; users are asked for too. */
    private static final String NAME_DAEMON = "/nscd/socket";

    private static final Set<String> LOCAL_FAMILIES =
            Set.of("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_UNSPEC");

    /** Lines that tell of signals and ends are none. */
    static Optional<SystemCall> read(String line) {
        var shape = SHAPE.matcher(line);
        return shape.matches()
                ? Optional.of(new SystemCall(shape.group(1), line))
                : Optional.empty();
    }

    private boolean succeeded() {
        return !text.contains(" = -1 ") && !text.endsWith(" = ?");
    }

    /** Whether it left this machine, tried to, or may have without being seen. */
    boolean reachesOut() {
        if (name.equals("io_uring_setup")) return true;
        if (!SENDING.contains(name)) return false;
        return addresses().stream().anyMatch(address -> !isLoopback(address))
                || find(FAMILY).stream().anyMatch(family -> !LOCAL_FAMILIES.contains(family))
                || reachesADaemon();
    }

    private List<String> addresses() {
        return find(ADDRESS);
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.startsWith("::ffff:127.");
    }

    /** Another process of this machine could do the speaking. */
    private boolean reachesADaemon() {
        return succeeded() && find(SOCKET).stream().anyMatch(path -> !path.endsWith(NAME_DAEMON));
    }

    /** Whether the address of a host's name was wanted. */
    boolean asksForAName() {
        if (name.startsWith("send"))
            return text.contains("\"\\2\\0\\0\\0") && text.contains("hosts");
        return OPENING.contains(name) && paths().stream().anyMatch(OF_NAMES::contains);
    }

    /** The file or folder that came to be, or could be written to from then on. */
    Optional<Path> written(Path working) {
        if (!succeeded()) return Optional.empty();
        if (OPENING.contains(name)) return forWriting() ? opened() : Optional.empty();
        if (!FOLDERS.contains(name) && !NAMING.contains(name)) return Optional.empty();
        return Optional.of(working.resolve(paths().getLast()).normalize());
    }

    private boolean forWriting() {
        return name.equals("creat")
                || text.contains("O_WRONLY")
                || text.contains("O_RDWR")
                || text.contains("O_CREAT")
                || text.contains("O_TRUNC");
    }

    /** What was opened, by the name that the system itself has for it. */
    Optional<Path> opened() {
        if (!OPENING.contains(name)) return Optional.empty();
        var opened = OPENED.matcher(text);
        return opened.matches() ? Optional.of(Path.of(opened.group(1))) : Optional.empty();
    }

    Optional<Path> folderMade(Path working) {
        return FOLDERS.contains(name) ? written(working) : Optional.empty();
    }

    Optional<Path> synced() {
        var synced = SYNCED.matcher(text);
        return synced.matches() ? Optional.of(Path.of(synced.group(1))) : Optional.empty();
    }

    /** Those that were given, each behind the folder that it is relative to. */
    private List<String> paths() {
        var paths = new ArrayList<String>();
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            var at = quoted.group(1);
            paths.add(
                    at == null
                            ? quoted.group(2)
                            : Path.of(at).resolve(quoted.group(2)).toString());
        }
        return paths;
    }

    private List<String> find(Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
