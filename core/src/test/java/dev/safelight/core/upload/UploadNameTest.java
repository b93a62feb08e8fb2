package dev.safelight.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNameTest {
    @Test
    void a_name_of_any_language_stays() {
        for (var name : new String[] {"clip.mp4", "Größe 1.png", "猫.png", "قطة.png", "👩‍🚀.gif"})
            assertThat(UploadName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n", "\0", "\t", "\u007F", "\u0085", "\u2028", "\u2029", "\u061C", "\u200E",
                "\u200F", "\u202A", "\u202E", "\u2066", "\u2069", "\uFEFF"
            })
    void controls_and_marks_of_direction_are_replaced(String mark) {
        assertThat(UploadName.of("cat" + mark + "gnp.exe")).matches("cat_{1,2}gnp\\.exe");
    }

    @Test
    void halves_of_pairs_are_replaced() {
        assertThat(UploadName.of("a\uD83D.png")).isEqualTo("a_.png");
    }

    @Test
    void a_name_of_nothing_is_a_name_all_the_same() {
        assertThat(UploadName.of("")).isEqualTo("file");
        assertThat(UploadName.of("  ")).isEqualTo("file");
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertThat(UploadName.of("a".repeat(300))).hasSize(UploadName.LONGEST);
        assertThat(UploadName.of("a".repeat(255) + "🐈")).isEqualTo("a".repeat(255));
        assertThat(UploadName.of("🐈".repeat(300))).isEqualTo("🐈".repeat(255));
    }

    @Test
    void characters_outside_the_first_plane_count_once() {
        var name = "🐈".repeat(250) + ".png";
        assertThat(UploadName.of(name)).isEqualTo(name);
    }
}
