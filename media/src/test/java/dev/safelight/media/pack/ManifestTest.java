package dev.safelight.media.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

class ManifestTest {
    private static final String DIGEST = "0".repeat(64);
    private static final Part PART = new Part(Release.parse("npm:a@1"), "a");

    @Test
    void the_shipped_packs_are_whole_and_named_once() {
        List<Pack> packs = Manifest.shipped().packs();
        var names = packs.stream().map(Pack::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(packs).allSatisfy(pack -> {
            assertThat(pack.purpose()).isNotBlank();
            assertThat(pack.licence()).matches("[A-Z][\\w.-]+( AND [A-Z][\\w.-]+)*");
            assertThat(pack.files()).isNotEmpty();
            assertThat(pack.bytes()).isPositive();
        });
    }

    @Test
    void the_default_packs_are_permissive_art_words_and_one_voice() {
        assertThat(Manifest.shipped().packs().stream().filter(Pack::isDefault))
                .extracting(Pack::name)
                .contains("noto-art", "fluent-art", "cmu-dictionary", "joe-voice")
                .doesNotContain("kokoro-voices");
    }

    @Test
    void a_file_outside_the_pack_is_refused() {
        for (String name : List.of("../x", "/x", "a/../../x", "a//b", "", "a\\b"))
            assertThatThrownBy(() -> new PackFile(name, 1, DIGEST, List.of(PART)))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_release_names_client_package_and_version() {
        assertThat(Release.parse("npm:@scope/name@1.2.9"))
                .isEqualTo(new Release(PackageClient.NPM, "@scope/name", "1.2.9"));
        assertThatThrownBy(() -> Release.parse("npm:name"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
