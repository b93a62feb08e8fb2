package dev.safelight.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SimilarWordsTest {
    private static final List<String> KNOWN = List.of("prompt", "aspectRatio", "imageSize");

    @Test
    void a_slip_finds_what_was_meant() {
        assertThat(SimilarWords.to("promt", KNOWN)).hasValue("prompt");
        assertThat(SimilarWords.to("aspect_ratio", KNOWN)).hasValue("aspectRatio");
        assertThat(SimilarWords.to("IMAGESIZE", KNOWN)).hasValue("imageSize");
    }

    @Test
    void a_slip_is_two_edits_or_a_third_of_the_word() {
        var known = List.of("abcdefghi");
        assertThat(SimilarWords.to("abcdefxyz", known)).isPresent();
        assertThat(SimilarWords.to("abcdewxyz", known)).isEmpty();
        assertThat(SimilarWords.to("ab", List.of("cd"))).isPresent();
        assertThat(SimilarWords.to("abc", List.of("def"))).isEmpty();
        assertThat(SimilarWords.to("", List.of("ab"))).isPresent();
        assertThat(SimilarWords.to("", List.of("abc"))).isEmpty();
    }

    @Test
    void a_word_of_a_hundred_letters_is_looked_at_and_none_that_is_longer() {
        var most = "x".repeat(99);
        assertThat(SimilarWords.to(most + "x", List.of(most))).hasValue(most);
        assertThat(SimilarWords.to(most + "xx", List.of(most))).isEmpty();
    }

    @Test
    void letters_left_out_put_in_and_changed_count_alike() {
        var known = List.of("kitten", "sitting", "kittens", "mitten");
        assertThat(SimilarWords.few("kitten", known, 4))
                .containsExactly("kitten", "kittens", "mitten", "sitting");
        assertThat(SimilarWords.few("sitten", known, 2)).containsExactly("kitten", "mitten");
        assertThat(SimilarWords.few("itting", known, 1)).containsExactly("sitting");
        assertThat(SimilarWords.few("", List.of("abc", "a", "ab"), 3))
                .containsExactly("a", "ab", "abc");
    }

    @Test
    void a_word_of_its_own_finds_nothing() {
        assertThat(SimilarWords.to("negativePrompt", KNOWN)).isEmpty();
        assertThat(SimilarWords.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(SimilarWords.to("a", List.of())).isEmpty();
    }

    @Test
    void the_few_nearest_come_in_order_however_far_they_are() {
        assertThat(SimilarWords.few("imagesize", KNOWN, 1)).containsExactly("imageSize");
        assertThat(SimilarWords.few("Prompt", KNOWN, 2)).hasSize(2).startsWith("prompt");
        assertThat(SimilarWords.few("x".repeat(100_000), KNOWN, 3)).hasSize(3);
    }
}
