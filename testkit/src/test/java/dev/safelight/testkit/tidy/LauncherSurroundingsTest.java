package dev.safelight.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The launcher in a checkout of its own, with a JDK and a Maven that only say what was asked. */
class LauncherSurroundingsTest {
    private static final String SYSTEM = "/usr/local/bin:/usr/bin:/bin";

    @TempDir
    private Path folder;

    @BeforeEach
    void check_out() throws IOException {
        Path launcher = Repository.here().root().resolve("safelight");
        program("checkout/safelight", Files.readString(launcher));
        write("checkout/pom.xml", "<modules>\n<module>app</module>\n</modules>\n");
        write("checkout/app/pom.xml", "");
        write("checkout/app/src/main/java/Main.java", "");
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/javac", "#!/bin/sh\n");
        program("jdk/bin/java", """
                #!/bin/sh
                case "$*" in *--train*) exit 1 ;; esac
                echo "java: $*"
                echo "locale: ${LC_ALL-}/${LC_CTYPE-}/${LANG-}"
                """);
        program("maven/mvn", """
                #!/bin/sh
                [ "$1" = -v ] && { echo "Apache Maven 3.9.9"; exit; }
                echo "Building Safelight $*"
                mkdir -p app/target/dist
                touch app/target/safelight-app-0.jar app/target/dist/classpath
                """);
    }

    @Test
    void a_bare_environment_is_enough() throws Exception {
        var first = run(List.of("PATH=" + path()), "image", "a cat");
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("dev.safelight.app.Main image a cat\n");
        assertThat(first.err()).doesNotContain("unbound variable");
    }

    @Test
    void without_a_home_a_java_that_is_set_is_found() throws Exception {
        String path = folder.resolve("maven") + ":" + SYSTEM;
        var set = run(List.of("PATH=" + path, "JAVA_HOME=" + folder.resolve("jdk")), "image", "a");
        assertThat(set.out()).contains("Main image a\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "JAVA_HOME",
                "SAFELIGHT_JAVA_HOME",
                "SAFELIGHT_JAVA_OPTS",
                "SAFELIGHT_PACKS",
                "SAFELIGHT_NO_PACKS",
                "MAVEN_HOME",
                "M2_HOME",
                "MAVEN_OPTS",
                "CI",
                "TERM",
                "LANG",
                "TMPDIR",
                "CDPATH"
            })
    void an_empty_variable_is_none(String name) throws Exception {
        var bare = run(List.of("PATH=" + path()), "image", "a cat");
        var empty = run(List.of("PATH=" + path(), name + "="), "image", "a cat");
        assertThat(empty.status()).isZero();
        assertThat(empty.out()).isEqualTo(bare.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSIXLY_CORRECT=1", "CDPATH=/usr", "GREP_OPTIONS=--color=always"})
    void a_variable_of_other_programs_changes_nothing(String variable) throws Exception {
        var bare = run(List.of("PATH=" + path()), "image", "a cat");
        var other = run(List.of("PATH=" + path(), variable), "image", "a cat");
        assertThat(other.out()).isEqualTo(bare.out()).contains("Main image a cat\n");
    }

    @Test
    void words_beyond_ascii_arrive_without_a_locale() throws Exception {
        assertThat(run(List.of("PATH=" + path()), "image", "Kätzchen").out())
                .contains("Main image Kätzchen\n", "C.UTF-8");
        assertThat(run(List.of("PATH=" + path(), "LC_ALL=C"), "image", "a").out())
                .contains("locale: C//\n");
    }

    @Test
    void what_is_in_the_data_folder_is_nobodys_business() throws Exception {
        run(List.of("PATH=" + path()), "image", "a cat");
        write("checkout/data/blobs/ab/src/main/cd", "a file of a caller");
        write("checkout/data/blobs/ab/pom.xml", "another");
        write("checkout/media/pom/src/main/x", "a data folder may have any name");
        var second = run(List.of("PATH=" + path()), "image", "a cat");
        assertThat(second.out()).contains("Main image a cat\n");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void a_data_folder_of_another_user_is_passed_over_in_silence() throws Exception {
        run(List.of("PATH=" + path()), "image", "a cat");
        write("checkout/data/secret", "");
        Files.setPosixFilePermissions(
                folder.resolve("checkout/data"), PosixFilePermissions.fromString("---------"));
        var command = new ArrayList<String>();
        if (Files.isReadable(folder.resolve("checkout/data"))) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root needs setpriv");
            for (Path at = folder; at != null && at.getNameCount() > 1; at = at.getParent())
                if (Files.getOwner(at).getName().equals("root"))
                    Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        var other = run(command, List.of("PATH=" + path()), "image", "a cat");
        assertThat(other.out()).contains("Main image a cat\n");
        assertThat(other.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({">&-, =1", "2>&-, =2", ">&- 2>&-, =21", "<&-, ''", "'', ''"})
    void a_standard_stream_that_is_closed_is_told_to_java(String closed, String told)
            throws Exception {
        run(List.of("PATH=" + path()), "image", "a cat");
        program("jdk/bin/java", "#!/bin/sh\necho \"java: $*\" >$0.said\n");
        var shell = List.of("sh", "-c", "exec \"$@\" " + (closed == null ? "" : closed), "sh");
        assertThat(run(shell, List.of("PATH=" + path()), "image", "a cat").status())
                .isZero();
        String said = Files.readString(folder.resolve("jdk/bin/java.said"));
        if (told.isEmpty()) assertThat(said).doesNotContain("closed");
        else assertThat(said).contains(" -Dsafelight.closed" + told + " ");
        assertThat(said).contains("Main image a cat\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl_live_s3cret", "--api-key=s3cret", "s3cret", "-s3cret", "S3CRET"})
    void a_word_that_may_be_a_key_is_not_repeated(String word) throws Exception {
        var refused = run(List.of("PATH=" + path()), word);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out() + refused.err()).doesNotContainIgnoringCase("s3cret");
        assertThat(run(List.of("PATH=" + path()), "paint").err()).contains("no command 'paint'");
    }

    private String path() {
        return folder.resolve("jdk/bin") + ":" + folder.resolve("maven") + ":" + SYSTEM;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String name, String text) throws IOException {
        write(name, text);
        Files.setPosixFilePermissions(
                folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int status, String out, String err) {}

    private Result run(List<String> variables, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of(), variables, arguments);
    }

    /** With the variables that are given and no other. */
    private Result run(List<String> before, List<String> variables, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(before);
        command.addAll(List.of("env", "-i"));
        command.addAll(variables);
        command.add(folder.resolve("checkout/safelight").toString());
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, Files.readString(err));
    }
}
