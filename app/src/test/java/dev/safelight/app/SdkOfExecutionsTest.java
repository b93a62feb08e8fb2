package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The Python SDK of the service that the {@code executions} dialect speaks like, unmodified. */
class SdkOfExecutionsTest {

    /** Of the largest file that it brings: 8 MiB, or 300 in the full run. */
    private static final String SECONDS = Boolean.getBoolean("safelight.full") ? "4916" : "131";

    /** Installs a version and runs the program that calls all of its methods. */
    private static void run(String program, String... packages) throws Exception {
        try (var server = new SandboxedInstance("--allow-addresses", "127.0.0.0/8");
                var line = new SlowLine();
                var behind = new SandboxedInstance("--public-url", line.url())) {
            line.leadTo(behind.listening());
            var said = new PythonProgram(program, List.of(packages))
                    .run(
                            server.url(),
                            SandboxedInstance.TEST_KEY,
                            SandboxedInstance.LIVE_KEY,
                            SECONDS,
                            line.url());
            assertThat(said).endsWith("all is well\n");
        }
    }

    @Nested
    class OfTheSeedsTime {
        @Test
        void does_all_that_it_can() throws Exception {
            // It needs the second package and does not say so.
            run("sdk_0.py", "videogen==0.0.38", "standardwebhooks==1.1.0");
        }
    }

    @Nested
    class OfVersion1 {
        @Test
        void does_all_that_it_can() throws Exception {
            run("sdk_1.py", "videogen==1.1.8");
        }
    }

    @Nested
    class OfVersion2 {
        @Test
        void does_all_that_it_can() throws Exception {
            run("sdk_2.py", "videogen==2.5.3");
        }
    }
}
