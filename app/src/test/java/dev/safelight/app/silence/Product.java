package dev.safelight.app.silence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as people start it, by its launcher, from this checkout. */
final class Product {
    static final Path ROOT = root();
    private static final Path PACKS = Path.of(System.getenv()
            .getOrDefault("SAFELIGHT_PACKS", ROOT.resolve("packs").toString()));

    private Product() {}

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("safelight"))) return at;
        }
        throw new IllegalStateException("not in a checkout");
    }

    /** Skips the test where it would have to be built or has no voice. */
    static void assumeReady() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(PACKS.resolve("joe-voice")), "the pack joe-voice is missing");
        var launcher = ROOT.resolve("safelight").toString();
        assumeTrue(
                succeeds("env", "SAFELIGHT_NO_BUILD=1", launcher, "serve", "--print-config"),
                "the launcher has not built these sources: run `./safelight serve --print-config`");
    }

    static boolean succeeds(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** It builds and fetches nothing, and nothing but the home given is temporary. */
    static Traced start(Path folder, EmptyHome home, Map<String, String> more, String... arguments)
            throws IOException {
        var environment = home.environment();
        environment.put("SAFELIGHT_NO_BUILD", "1");
        environment.put("SAFELIGHT_NO_PACKS", "1");
        environment.put("SAFELIGHT_PACKS", PACKS.toString());
        environment.put("SAFELIGHT_JAVA_HOME", System.getProperty("java.home"));
        environment.put("SAFELIGHT_JAVA_OPTS", "-Djava.io.tmpdir=" + home.temporary());
        environment.putAll(more);
        var command = new ArrayList<>(List.of(ROOT.resolve("safelight").toString()));
        command.addAll(List.of(arguments));
        return Traced.start(folder, environment, command);
    }

    /**
     * The same JVM and classes without the launcher, as a program of somebody else's has them.
     *
     * @param main the class and its arguments
     */
    static Traced startMain(Path folder, EmptyHome home, List<String> before, List<String> main)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + home.temporary(),
                "@" + classPathFile(folder)));
        command.addAll(main);
        return Traced.start(folder, home.environment(), command);
    }

    /** ONNX Runtime with its telemetry on dies of a long command line. */
    private static Path classPathFile(Path folder) throws IOException {
        var classPath = System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
        return Files.writeString(folder.resolve("arguments"), "-cp \"" + classPath + "\"");
    }
}
