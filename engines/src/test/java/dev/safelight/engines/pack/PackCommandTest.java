package dev.safelight.engines.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class PackCommandTest {
    private static final String ART = "drawings of cats";
    private static final String ART_DIGEST =
            "3a110feb45ac248bba4a145d062a1edaf862732b310498b1b0b43b9a62a4bba2";
    private static final String VOICE_DIGEST =
            "5ca4ecf1d76c2cc477430e69d4872c22f79e5e07a4ac60d059f6c87ce0c06907";
    private static final String DEEP = "package/" + "deep/".repeat(20) + "art.json";

    @TempDir
    private Path folder = Path.of("");

    private Path root = folder;
    private Path shelf = folder;
    private String said = "";

    @BeforeEach
    void a_shelf_with_the_archives_of_two_packs() throws IOException {
        root = folder.resolve("packs");
        shelf = Files.createDirectories(folder.resolve("shelf"));
        Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of("../../evil", "x", DEEP, ART));
        Archives.zip(shelf.resolve("vo_ice-2-py3-none-any.whl"), Map.of("v/one", "first, "));
        Archives.zip(shelf.resolve("vo_ice_more-2-py3-none-any.whl"), Map.of("two", "second"));
    }

    @Nested
    class Installing {
        @Test
        void default_packs_come_from_archives_by_digest() throws IOException {
            assertThat(run("install", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("art/art.json")).hasContent(ART);
            assertThat(left()).containsExactly(".lock", "art");
            assertThat(new Packs(root).folder("art")).contains(root.resolve("art"));
            assertThat(new Packs(root).folder("voice")).isEmpty();
        }

        @Test
        void a_file_is_joined_from_its_parts() {
            assertThat(run("install", "voice", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("voice/model/voice.onnx")).hasContent("first, second");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 65_536})
        void a_file_is_found_behind_one_of_any_length(int length) throws IOException {
            var entries = new LinkedHashMap<String, String>();
            entries.put("package/before", "x".repeat(length));
            entries.put(DEEP, ART);
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), entries);
            assertThat(run("install", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("art/art.json")).hasContent(ART);
        }

        @Test
        void finished_files_need_no_archive() throws IOException {
            Path plain = Files.createDirectories(folder.resolve("plain/art"));
            Files.writeString(plain.resolve("art.json"), ART);
            assertThat(run("install", "--from", folder.resolve("plain").toString()))
                    .isZero();
            assertThat(root.resolve("art/art.json")).hasContent(ART);
        }

        @Test
        void an_installed_pack_is_left_alone() {
            run("install", "--from", shelf.toString());
            assertThat(run("install", "--from", folder.toString())).isZero();
            assertThat(said).contains("art is installed");
        }

        @Test
        void a_pack_of_another_version_is_replaced() throws IOException {
            Files.createDirectories(root.resolve("art"));
            Files.writeString(root.resolve("art/art.json"), "old");
            assertThat(run("install", "--from", shelf.toString())).isZero();
            assertThat(root.resolve("art/art.json")).hasContent(ART);
            assertThat(left()).containsExactly(".lock", "art");
        }

        @Test
        void nothing_of_an_archive_lands_outside_its_pack() throws IOException {
            run("install", "--all", "--from", shelf.toString());
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all).noneMatch(path -> path.endsWith("evil"));
            }
        }
    }

    @Nested
    class WhenSomethingIsWrong {
        @Test
        void another_digest_is_refused_and_nothing_is_left() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of(DEEP, "drawings of dogs"));
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said)
                    .contains("art.json is not what the manifest promises")
                    .contains("./safelight packs install art");
            assertThat(left()).containsExactly(".lock");
        }

        @Test
        void a_folder_that_cannot_be_made_is_told_with_the_reason() throws IOException {
            Files.writeString(root, "a file in its place");
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said).contains("not installed: because FileAlreadyExistsException");
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
            assertThat(said).contains("art.json cannot be read: because IOException");
        }

        @Test
        void an_archive_that_swells_is_cut_off() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of(DEEP, "x".repeat(1 << 20)));
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said).contains("art.json is too long");
            assertThat(left()).containsExactly(".lock");
        }

        @Test
        void a_missing_archive_is_named() {
            assertThat(run("install", "--from", folder.toString())).isEqualTo(1);
            assertThat(said).contains("@me/art 1.0: no me-art-1.0.tgz* in ");
        }

        @Test
        void an_archive_without_the_file_is_refused() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of("package/other", ART));
            assertThat(run("install", "--from", shelf.toString())).isEqualTo(1);
            assertThat(said).contains("has no entry " + DEEP);
        }

        @Test
        void what_a_killed_run_left_is_cleared() throws IOException {
            Files.createDirectories(root.resolve("art.tmp-123/pack"));
            run("install", "--from", shelf.toString());
            assertThat(left()).containsExactly(".lock", "art");
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
        void a_flipped_byte_is_found() throws IOException {
            run("install", "--all", "--from", shelf.toString());
            assertThat(run("verify")).isZero();
            byte[] bytes = ART.getBytes(UTF_8);
            bytes[3] ^= 1;
            Files.write(root.resolve("art/art.json"), bytes);
            assertThat(run("verify")).isEqualTo(1);
            assertThat(said).contains("art.json differs").contains("voice is as it should be");
        }

        @Test
        void only_what_is_installed_is_read_unless_named() {
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
        int result = new PackCommand(manifest(), root, PackCommandTest::why)
                .run(List.of(args), new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8);
        return result;
    }

    private static String why(IOException fault) {
        return "because " + fault.getClass().getSimpleName() + ", " + fault.getMessage();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Manifest manifest() {
        var art = new Part(Release.parse("npm:@me/art@1.0"), DEEP);
        var one = new Part(Release.parse("pypi:vo-ice@2"), "v/one");
        var two = new Part(Release.parse("pypi:vo-ice-more@2"), "two");
        return new Manifest(List.of(
                new Pack(
                        "art",
                        "for pictures",
                        "MIT",
                        true,
                        List.of(new PackFile("art.json", ART.length(), ART_DIGEST, List.of(art)))),
                new Pack(
                        "voice",
                        "for speech",
                        "CC0-1.0",
                        false,
                        List.of(new PackFile(
                                "model/voice.onnx", 13, VOICE_DIGEST, List.of(one, two))))));
    }
}
