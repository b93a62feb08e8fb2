package dev.safelight.app;

import dev.safelight.cli.FolderServer;
import dev.safelight.cli.LocalServer.Running;
import dev.safelight.cli.Target;
import dev.safelight.client.ApiKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server in this process on a data folder that is there, for one command: on loopback alone, with
 * a key that nobody else knows and that dies with it. It runs no task.
 */
final class FolderServing implements FolderServer {
    /**
     * What the flags set, which folder it is, and what new keys and accounts begin with: nothing
     * that was set for a server which other machines reach.
     */
    private static final Set<Setting> OWN = EnumSet.of(
            Setting.HOST,
            Setting.PORT,
            Setting.DRAIN_SECONDS,
            Setting.DATA,
            Setting.PACKS,
            Setting.VOICES,
            Setting.GRANT,
            Setting.SLOTS,
            Setting.SUBMITS_PER_MINUTE,
            Setting.READS_PER_MINUTE);

    private final Map<String, String> environment;

    FolderServing(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Running open(@Nullable String data) throws IOException {
        Logging.quiet();
        try {
            var config = ConfigReader.read(flags(data), environment).keeping(OWN);
            if (!Files.exists(DataFolder.store(config.data())))
                throw new IOException("there is no data in " + config.data().toAbsolutePath()
                        + ": start the server once, or name another folder with --data");
            var instance = Instance.tend(config);
            instance.start();
            var key = ApiKey.of(instance.admitOwner().text());
            return running(instance, new Target(instance.loopback(), key));
        } catch (ConfigFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    private static List<String> flags(@Nullable String data) {
        var flags = new ArrayList<>(
                List.of("--host", "127.0.0.1", "--port", "0", "--drain-seconds", "1"));
        if (data != null) flags.addAll(List.of("--data", data));
        return flags;
    }

    private static Running running(Instance instance, Target target) {
        return new Running() {
            @Override
            public Target target() {
                return target;
            }

            @Override
            public void close() {
                try {
                    instance.close();
                } catch (IOException | ConfigFault fault) {
                    System.err.println("safelight: while stopping: " + Serve.why(fault));
                }
            }
        };
    }
}
