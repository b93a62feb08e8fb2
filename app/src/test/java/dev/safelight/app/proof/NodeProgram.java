package dev.safelight.app.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JavaScript program of the tests and the packages that it imports. They are fetched once into a
 * folder of the checkout and never changed.
 *
 * @param name the program's file beside the tests
 */
record NodeProgram(String name, List<String> packages) {

    /** Starts it; what it says goes to its output. Skips the test without Node or packages. */
    Process start(Path log, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", installed().toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** The program, beside the packages: that is where its imports are looked for. */
    private Path installed() throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(at -> Files.isExecutable(Path.of(at, "node")));
        assumeTrue(there, "node is not installed");
        var folder = Path.of("../.safelight/tools/node").resolve(name).toAbsolutePath();
        var mark = folder.resolve("complete");
        if (!Files.exists(mark)) {
            Files.createDirectories(folder);
            fetch(folder);
            Files.createFile(mark);
        }
        var program = folder.resolve(name);
        try (InputStream in = NodeProgram.class.getResourceAsStream(name)) {
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }

    private void fetch(Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "npm", "install", "--silent", "--no-fund", "--no-audit", "--no-package-lock"));
        command.addAll(List.of("--prefix", folder.toString()));
        command.addAll(packages);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "the packages could not be fetched: " + said);
    }
}
