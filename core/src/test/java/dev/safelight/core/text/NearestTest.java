package dev.safelight.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class NearestTest {
    private static final List<String> KNOWN = List.of("prompt", "aspectRatio", "imageSize");

    @Test
    void a_slip_finds_what_was_meant() {
        assertThat(Nearest.to("promt", KNOWN)).hasValue("prompt");
        assertThat(Nearest.to("aspect_ratio", KNOWN)).hasValue("aspectRatio");
        assertThat(Nearest.to("IMAGESIZE", KNOWN)).hasValue("imageSize");
    }

    @Test
    void a_word_of_its_own_finds_nothing() {
        assertThat(Nearest.to("negativePrompt", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(Nearest.to("a", List.of())).isEmpty();
    }

    @Test
    void the_few_nearest_come_in_order_however_far_they_are() {
        assertThat(Nearest.few("imagesize", KNOWN, 1)).containsExactly("imageSize");
        assertThat(Nearest.few("Prompt", KNOWN, 2)).hasSize(2).startsWith("prompt");
        assertThat(Nearest.few("x".repeat(100_000), KNOWN, 3)).hasSize(3);
    }
}
