package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Python program of the tests and the packages that it imports. They are fetched once, each set
 * into a folder of its own in the checkout, and never changed.
 *
 * @param name the program's file beside the tests
 */
record PythonProgram(String name, List<String> packages) {
    private static final String MARK = "complete";

    /** Runs it to its end, which must be a good one; skips the test without Python or packages. */
    String run(String... arguments) throws Exception {
        var installed = installed();
        var program = Files.createTempFile("program", ".py");
        try (InputStream in = PythonProgram.class.getResourceAsStream("sdk/" + name)) {
            Files.write(program, in.readAllBytes());
            var command = new ArrayList<>(List.of("python3", program.toString()));
            command.addAll(Arrays.asList(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().put("PYTHONPATH", installed.toString());
            process.environment().put("NO_PROXY", "127.0.0.1");
            var ended = ended(process);
            assertThat(ended.code()).as(ended.said()).isZero();
            return ended.said();
        } finally {
            Files.delete(program);
        }
    }

    private record Ended(int code, String said) {}

    private static Ended ended(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private Path installed() throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(at -> Files.isExecutable(Path.of(at, "python3")));
        assumeTrue(there, "python3 is not installed");
        var folder = Path.of("../.safelight/tools/python").resolve(name).toAbsolutePath();
        if (Files.exists(folder.resolve(MARK))) return folder;
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of(
                "python3", "-m", "pip", "install", "--quiet", "--target", folder.toString()));
        command.addAll(packages);
        var ended = ended(new ProcessBuilder(command).redirectErrorStream(true));
        assumeTrue(ended.code() == 0, "the packages could not be fetched: " + ended.said());
        Files.createFile(folder.resolve(MARK));
        return folder;
    }
}
