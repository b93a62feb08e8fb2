package dev.safelight.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A server as a process runs it, in a folder of its own, with two keys that a test knows. */
final class SandboxedInstance implements AutoCloseable {
    static final String LIVE_KEY = "a-live-key-for-programs";

    /** Its tasks are made by the sandbox. */
    static final String TEST_KEY = "a-test-key-for-programs";

    private final Path folder;
    private final Instance instance;

    /** @param more options of the command line */
    SandboxedInstance(String... more) throws IOException, ConfigFault {
        folder = Files.createTempDirectory("safelight-programs");
        var options = new ArrayList<>(List.of("--data", folder + "/data", "--port", "0"));
        options.addAll(Arrays.asList(more));
        instance = Instance.open(ConfigReader.read(
                options,
                Map.of(
                        "SAFELIGHT_API_KEY", LIVE_KEY,
                        "SAFELIGHT_TEST_KEY", TEST_KEY,
                        "SAFELIGHT_PACKS", folder + "/packs")));
        instance.start();
    }

    String url() {
        return instance.url();
    }

    /** Where it listens, whatever callers are told. */
    URI listening() {
        return instance.loopback();
    }

    @Override
    public void close() throws IOException, ConfigFault {
        instance.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
