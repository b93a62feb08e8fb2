package dev.safelight.media.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class PackInstallerTest {
    private static final String DEEP = "package/" + "deep/".repeat(20) + "art.json";
    private static final String DRAWINGS = "drawings of cats";
    private static final Pack ART = pack(
            "art",
            new PackFile(
                    "art.json",
                    DRAWINGS.length(),
                    "3a110feb45ac248bba4a145d062a1edaf862732b310498b1b0b43b9a62a4bba2",
                    List.of(new Part(Release.parse("npm:@me/art@1.0"), DEEP))));
    private static final Pack VOICE = pack(
            "voice",
            new PackFile(
                    "model/voice.onnx",
                    13,
                    "5ca4ecf1d76c2cc477430e69d4872c22f79e5e07a4ac60d059f6c87ce0c06907",
                    List.of(
                            new Part(Release.parse("pypi:vo-ice@2"), "v/one"),
                            new Part(Release.parse("pypi:vo-ice-more@2"), "two"))));

    @TempDir
    private Path folder = Path.of("");

    private Path root = folder;
    private Path shelf = folder;

    @BeforeEach
    void a_shelf_with_the_archives_of_two_packs() throws IOException {
        root = folder.resolve("packs");
        shelf = Files.createDirectories(folder.resolve("shelf"));
        Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of("../../evil", "x", DEEP, DRAWINGS));
        Archives.zip(shelf.resolve("vo_ice-2-py3-none-any.whl"), Map.of("v/one", "first, "));
        Archives.zip(shelf.resolve("vo_ice_more-2-py3-none-any.whl"), Map.of("two", "second"));
    }

    @Nested
    class Installing {
        @Test
        void takes_files_out_of_archives_by_digest() throws Exception {
            install(ART, shelf);
            assertThat(root.resolve("art/art.json")).hasContent(DRAWINGS);
            assertThat(left()).containsExactly(".lock", "art");
            assertThat(new Packs(root).folder("art")).contains(root.resolve("art"));
            assertThat(new Packs(root).folder("voice")).isEmpty();
        }

        @Test
        void joins_a_file_from_its_parts() throws Exception {
            install(VOICE, shelf);
            assertThat(root.resolve("voice/model/voice.onnx")).hasContent("first, second");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 65_536})
        void finds_a_file_behind_one_of_any_length(int length) throws Exception {
            var entries = new LinkedHashMap<String, String>();
            entries.put("package/before", "x".repeat(length));
            entries.put(DEEP, DRAWINGS);
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), entries);
            install(ART, shelf);
            assertThat(root.resolve("art/art.json")).hasContent(DRAWINGS);
        }

        @Test
        void needs_no_archive_where_files_are_finished() throws Exception {
            Path plain = Files.createDirectories(folder.resolve("plain/art"));
            Files.writeString(plain.resolve("art.json"), DRAWINGS);
            install(ART, folder.resolve("plain"));
            assertThat(root.resolve("art/art.json")).hasContent(DRAWINGS);
        }

        @Test
        void replaces_a_pack_of_another_version() throws Exception {
            Files.createDirectories(root.resolve("art"));
            Files.writeString(root.resolve("art/art.json"), "old");
            assertThat(PackState.of(ART, root)).isEqualTo(PackState.DIFFERENT);
            install(ART, shelf);
            assertThat(root.resolve("art/art.json")).hasContent(DRAWINGS);
            assertThat(left()).containsExactly(".lock", "art");
        }

        @Test
        void puts_nothing_outside_the_pack() throws Exception {
            install(ART, shelf);
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all).noneMatch(path -> path.endsWith("evil"));
            }
        }

        @Test
        void clears_what_a_killed_run_left() throws Exception {
            Files.createDirectories(root.resolve("art.tmp-123/pack"));
            install(ART, shelf);
            assertThat(left()).containsExactly(".lock", "art");
        }
    }

    @Nested
    class WhenSomethingIsWrong {
        @Test
        void another_digest_is_refused_and_nothing_is_left() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of(DEEP, "drawings of dogs"));
            assertThatThrownBy(() -> install(ART, shelf))
                    .isInstanceOf(PackFailure.class)
                    .hasMessageContaining("art.json is not what the manifest promises");
            assertThat(left()).containsExactly(".lock");
        }

        @Test
        void an_archive_that_swells_is_cut_off() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of(DEEP, "x".repeat(1 << 20)));
            assertThatThrownBy(() -> install(ART, shelf))
                    .isInstanceOf(IOException.class)
                    .hasMessage("art.json is too long");
            assertThat(left()).containsExactly(".lock");
        }

        @Test
        void a_missing_archive_is_named() {
            assertThatThrownBy(() -> install(ART, folder))
                    .isInstanceOf(PackFailure.class)
                    .hasMessageContaining("@me/art 1.0: no me-art-1.0.tgz* in ");
        }

        @Test
        void an_archive_without_the_file_is_refused() throws IOException {
            Archives.tgz(shelf.resolve("me-art-1.0.tgz"), Map.of("package/other", DRAWINGS));
            assertThatThrownBy(() -> install(ART, shelf))
                    .isInstanceOf(PackFailure.class)
                    .hasMessageContaining("has no entry " + DEEP);
        }
    }

    private void install(Pack pack, Path from) throws PackFailure, IOException {
        PackInstaller.from(from, root).install(pack);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Pack pack(String name, PackFile file) {
        return new Pack(name, "for tests", "MIT", true, List.of(file));
    }
}
