package dev.safelight.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.media.pack.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class PackCommandTest {
    private static final String ART = "drawings of cats";
    private static final String VOICE = "first, second";
    private static final String ART_DIGEST =
            "3a110feb45ac248bba4a145d062a1edaf862732b310498b1b0b43b9a62a4bba2";
    private static final String VOICE_DIGEST =
            "5ca4ecf1d76c2cc477430e69d4872c22f79e5e07a4ac60d059f6c87ce0c06907";

    @TempDir
    private Path folder = Path.of("");

    private Path root = folder;
    private Path shelf = folder;
    private String said = "";

    @BeforeEach
    void a_shelf_with_the_files_of_two_packs() throws IOException {
        root = folder.resolve("packs");
        shelf = Files.createDirectories(folder.resolve("shelf"));
        Files.writeString(shelf.resolve("art.json"), ART);
        Files.createDirectories(shelf.resolve("model"));
        Files.writeString(shelf.resolve("model/voice.onnx"), VOICE);
    }

    @Nested
    class Installing {
        @Test
        void puts_the_default_packs_in_place() throws IOException {
            assertThat(run("install", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("art/art.json")).hasContent(ART);
            assertThat(left()).containsExactly(".lock", "art");
        }

        @Test
        void puts_those_in_place_that_are_named() throws IOException {
            assertThat(run("install", "voice", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("voice/model/voice.onnx")).hasContent(VOICE);
            assertThat(left()).containsExactly(".lock", "voice");
        }

        @Test
        void puts_all_in_place_when_all_are_asked_for() throws IOException {
            assertThat(run("install", "--all", "--from", shelf.toString())).isZero();
            assertThat(left()).containsExactly(".lock", "art", "voice");
        }

        @Test
        void leaves_an_installed_pack_alone() {
            run("install", "--from", shelf.toString());
            assertThat(run("install", "--from", folder.toString())).isZero();
            assertThat(said).contains("art is installed");
        }
    }

    @Nested
    class WhenSomethingIsWrong {
        @Test
        void another_digest_is_told_with_the_command_to_try_again() throws IOException {
            Files.writeString(shelf.resolve("art.json"), "drawings of dogs");
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said)
                    .contains("not installed: art.json is not what the manifest promises")
                    .contains("./safelight packs install art");
        }

        @Test
        void a_folder_that_cannot_be_made_is_told_with_the_reason() throws IOException {
            Files.writeString(root, "a file in its place");
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said).contains("not installed: ", "a file of that name is there");
        }

        @Test
        void a_file_that_cannot_be_read_is_told_with_the_reason() throws IOException {
            run("install", "--from", shelf.toString());
            Path memory = Path.of("/proc/self/mem");
            assumeTrue(Files.exists(memory), "needs a file that fails when it is read");
            Path file = root.resolve("art/art.json");
            Files.delete(file);
            Files.createSymbolicLink(file, memory);
            assertThat(run("verify", "art")).isEqualTo(1);
            assertThat(said).contains("art.json cannot be read: Input/output error");
        }

        @Test
        void strange_words_are_answered_with_the_usage() {
            assertThat(run("paint")).isEqualTo(2);
            assertThat(run("install", "nothing")).isEqualTo(2);
            assertThat(said).contains("there is no pack 'nothing'; there are art, voice");
            assertThat(run("install", "--from")).isEqualTo(2);
            assertThat(said).contains("packs verify [NAME...]");
        }
    }

    @Nested
    class Verifying {
        @Test
        void finds_a_flipped_byte() throws IOException {
            run("install", "--all", "--from", shelf.toString());
            assertThat(run("verify")).isZero();
            byte[] bytes = ART.getBytes(UTF_8);
            bytes[3] ^= 1;
            Files.write(root.resolve("art/art.json"), bytes);
            assertThat(run("verify")).isEqualTo(1);
            assertThat(said).contains("art.json differs").contains("voice is as it should be");
        }

        @Test
        void reads_only_what_is_installed_unless_named() {
            assertThat(run("verify")).isZero();
            assertThat(run("verify", "art")).isEqualTo(1);
            assertThat(said).contains("is not installed");
        }
    }

    @Nested
    class Listing {
        @Test
        void says_state_size_licence_and_the_command() {
            run("install", "--from", shelf.toString());
            assertThat(run()).isZero();
            assertThat(said.lines())
                    .anyMatch(line -> line.matches("art +installed +0.0 MB +MIT +for pictures"))
                    .anyMatch(line -> line.matches("voice +missing .*CC0-1.0 +for speech"))
                    .anyMatch(line -> line.matches(" +./safelight packs install voice"));
        }
    }

    private int run(String... args) {
        var out = new ByteArrayOutputStream();
        int result = new PackCommand(manifest(), root)
                .run(List.of(args), new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8);
        return result;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Manifest manifest() {
        return Manifest.parse(JsonMapper.shared()
                .readTree("""
                {"packs": [
                  {"name": "art", "purpose": "for pictures", "licence": "MIT", "default": true,
                   "files": [{"name": "art.json", "bytes": %d, "sha256": "%s", "parts": [
                     {"release": "npm:@me/art@1.0", "path": "package/art.json"}]}]},
                  {"name": "voice", "purpose": "for speech", "licence": "CC0-1.0", "default": false,
                   "files": [{"name": "model/voice.onnx", "bytes": %d, "sha256": "%s", "parts": [
                     {"release": "pypi:voice@2", "path": "v/one"}]}]}]}
                """.formatted(ART.length(), ART_DIGEST, VOICE.length(), VOICE_DIGEST)));
    }
}
