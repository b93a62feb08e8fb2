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

/**
 * The simulation is worth what it notices: with a safeguard taken out, a seed has to fail. That
 * takes minutes; that each safeguard still stands where it is taken out is seen in every run.
 */
class MutationTest {
    private static final int SEEDS = 2_000;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> each_can_still_be_made() throws IOException {
        return forEach(description -> mutate(Mutation.read(description)));
    }

    @TestFactory
    Stream<DynamicTest> the_simulation_notices_each() throws IOException {
        // Takes minutes: part of the full run only.
        if (!Boolean.getBoolean("safelight.full")) return Stream.empty();
        return forEach(this::assertNoticed);
    }

    /** What is done with the description of one mutation. */
    private interface Trial {
        void run(Path description) throws IOException, InterruptedException;
    }

    private static Stream<DynamicTest> forEach(Trial trial) throws IOException {
        try (var descriptions = Files.list(ROOT.resolve("testkit/mutations"))) {
            var files = descriptions
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            return files.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> trial.run(file)));
        }
    }

    /** Makes it, and gives the folder to put before the class path. */
    private Path mutate(Mutation mutation) throws IOException {
        Path mutated = Files.createTempDirectory(folder, mutation.name());
        var sources = mutation.apply(ROOT, mutated);
        assertThat(sources).as("what %s changes", mutation.name()).isNotEmpty();
        compile(sources, mutated);
        return mutated;
    }

    private void assertNoticed(Path description) throws IOException, InterruptedException {
        var mutation = Mutation.read(description);
        Path mutated = mutate(mutation);
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
