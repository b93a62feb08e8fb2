package dev.safelight.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.core.asset.Inspection.Refused;
import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.testkit.hostile.HostileFile;
import dev.safelight.testkit.hostile.HostileFiles;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class HostileFilesTest {
    private static final Canary CANARY = new Canary();
    private static long slowest;
    private static String slowestName = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void warm() throws IOException {
        Ffmpeg.unpack(Inspectors.FOLDER);
    }

    @AfterAll
    static void tell() throws IOException {
        System.out.printf(
                "* slowest of %d hostile files to understand: %s, %d ms%n",
                all().size(), slowestName, slowest / 1_000_000);
        CANARY.close();
    }

    static List<HostileFile> all() {
        return HostileFiles.all(CANARY.address());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void each_is_refused_or_kept_as_what_it_begins_with(HostileFile hostile) throws IOException {
        var file = Files.write(folder.resolve("upload.mp4"), hostile.bytes());
        var inspector = Inspectors.usual();
        long begin = System.nanoTime();

        var found = inspector.inspect(file);

        long took = System.nanoTime() - begin;
        if (took > slowest) {
            slowest = took;
            slowestName = hostile.name();
        }
        assertAsExpected(hostile, found);
        assertThat(CANARY.heard()).as("connections").isZero();
    }

    private static void assertAsExpected(HostileFile hostile, Inspection found) {
        switch (hostile.expected()) {
            case HostileFile.Refused(Reason reason) ->
                assertThat(found)
                        .isInstanceOfSatisfying(
                                Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
            case HostileFile.Kept(String type) -> assertKept(found, type);
        }
    }

    private static void assertKept(Inspection found, String type) {
        assertThat(found)
                .isInstanceOfSatisfying(
                        Understood.class, it -> assertThat(it.contentType()).isEqualTo(type));
    }

    @Test
    void there_are_many_and_each_has_a_name_of_its_own() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all()).extracting(HostileFile::name).doesNotHaveDuplicates();
        assertThat(all())
                .extracting(HostileFile::name)
                .allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void the_canary_hears_whoever_does_come() throws IOException {
        try (var canary = new Canary();
                var caller = new java.net.Socket(InetAddress.getLoopbackAddress(), canary.port())) {
            assertThat(caller.isConnected()).isTrue();
            assertThat(canary.heard()).isEqualTo(1);
        }
    }
}
