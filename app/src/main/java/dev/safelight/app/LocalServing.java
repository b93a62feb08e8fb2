package dev.safelight.app;

import dev.safelight.cli.LocalServer;
import dev.safelight.cli.Target;
import dev.safelight.client.ApiKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server in this process on a temporary data folder, for one command. */
final class LocalServing implements LocalServer {
    /** What its flags set, and the person's own packs and voices. */
    private static final Set<Setting> OWN = EnumSet.of(
            Setting.DATA, Setting.PORT, Setting.DRAIN_SECONDS, Setting.PACKS, Setting.VOICES);

    private final Map<String, String> environment;

    LocalServing(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Running start() throws IOException {
        Logging.quiet();
        var folder = Files.createTempDirectory("safelight");
        boolean started = false;
        try {
            var instance = Instance.open(config(folder));
            instance.start();
            started = true;
            var key = ApiKey.of(instance.firstKeys().orElseThrow().live().text());
            return running(instance, new Target(instance.loopback(), key), folder);
        } catch (ConfigFault fault) {
            throw new IOException(fault.getMessage(), fault);
        } finally {
            if (!started) remove(folder);
        }
    }

    /**
     * The person's own packs and voices; nothing else of what may be set for a server of theirs.
     */
    private Config config(Path folder) throws ConfigFault {
        var own = new HashMap<String, String>();
        for (var setting : List.of(Setting.PACKS, Setting.VOICES)) {
            var value = environment.get(setting.variable());
            if (value != null) own.put(setting.variable(), value);
        }
        var flags = List.of("--data", folder.toString(), "--port", "0", "--drain-seconds", "1");
        return ConfigReader.read(flags, own).keeping(OWN);
    }

    private static Running running(Instance instance, Target target, Path folder) {
        return new Running() {
            @Override
            public Target target() {
                return target;
            }

            @Override
            public void close() {
                try {
                    try {
                        instance.close();
                    } finally {
                        remove(folder);
                    }
                } catch (IOException | ConfigFault fault) {
                    System.err.println("safelight: while stopping: " + Serve.why(fault));
                }
            }
        };
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
