package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** The simulation is worth what it notices: with a safeguard taken out, a seed has to fail. */
class MutationTest {
    private static final int SEEDS = 2_000;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> the_simulation_notices_each() throws IOException {
        // Takes minutes: part of the full run only.
        if (!Boolean.getBoolean("safelight.full")) return Stream.empty();
        try (var descriptions = Files.list(ROOT.resolve("testkit/mutations"))) {
            return descriptions
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> assertNoticed(file)));
        }
    }

    private void assertNoticed(Path description) throws IOException, InterruptedException {
        var mutation = Mutation.read(description);
        Path mutated = folder.resolve(mutation.name());
        compile(mutation.apply(ROOT, mutated), mutated);
        var seeds = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        mutated + System.getProperty("path.separator") + classPath(),
                        FirstBrokenSeed.class.getName(),
                        Integer.toString(SEEDS))
                .redirectErrorStream(true)
                .start();
        var output = new String(seeds.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(seeds.waitFor())
                .as("%s went unnoticed: %s", mutation.name(), output)
                .isEqualTo(FirstBrokenSeed.FOUND);
        System.out.println("* mutation " + mutation.name() + ": "
                + output.lines()
                        .filter(line -> line.startsWith("seed "))
                        .findFirst()
                        .orElse(""));
    }

    private static void compile(List<Path> sources, Path into) {
        var arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-parameters", "-cp", classPath(), "-d", into.toString()));
        sources.stream()
                .map(Path::toString)
                .filter(source -> source.endsWith(".java"))
                .forEach(arguments::add);
        if (arguments.getLast().endsWith(".java"))
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
    }

    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
