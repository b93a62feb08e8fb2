package dev.safelight.app.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium without a window: opens an address and tells what became of the page. */
final class Browser {
    private final Path profile;

    /** Skips the test where there is none. */
    Browser(Path profile) {
        boolean there = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(at -> Files.isExecutable(Path.of(at, "chromium")));
        assumeTrue(there, "chromium is not installed");
        this.profile = profile;
    }

    /** The document as it stands once scripts and frames have had five seconds of its time. */
    String open(String address) throws IOException {
        var command = List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=5000",
                "--dump-dom",
                address);
        Path page = Files.createTempFile("page", ".html");
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(page.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the browser does not come to an end: " + address);
            }
            return Files.readString(page);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(page);
        }
    }
}
