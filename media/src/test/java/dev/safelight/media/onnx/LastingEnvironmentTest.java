package dev.safelight.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

@DisabledOnOs(OS.WINDOWS)
class LastingEnvironmentTest {
    @TempDir
    Path folder;

    /** The class path is no argument: the library dies of a long command line. */
    private Process start(Path output) throws IOException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx100m",
                        "-XX:-UsePerfData",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Donnxruntime.native.path=" + folder.resolve("native"),
                        WorksOn.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var classes = System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
        program.environment().put("CLASSPATH", classes);
        return program.start();
    }

    @Test
    void sessions_are_made_and_run_after_the_librarys_own_hook_has_ended() throws Exception {
        var output = folder.resolve("output");
        var process = start(output);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(WorksOn.EXIT_CODE);
        assertThat(folder.resolve("crash")).doesNotExist();
        assertThat(Files.readAllLines(output)).last().isEqualTo(WorksOn.said(1));
    }

    @Test
    void the_environment_is_kept_by_a_reference_of_its_own() throws Exception {
        OnnxRuntime.environment();

        assertThat(LastingEnvironment.keep()).isTrue();
    }

    @Test
    void a_library_without_the_function_is_used_as_it_is() {
        assertThat(new LastingEnvironment(name -> Optional.empty()).hold()).isFalse();
    }
}
