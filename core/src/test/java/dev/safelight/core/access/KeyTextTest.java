package dev.safelight.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Random;

class KeyTextTest {
    private final KeyText minted = KeyText.mint(Mode.LIVE, new Random(1));

    @Nested
    class AMintedKey {
        @Test
        void says_what_it_is_for_and_carries_its_checksum() {
            assertThat(minted.text()).matches("sl_live_[0-9A-Za-z]{38}");
            assertThat(KeyText.mint(Mode.TEST, new Random(1)).text()).startsWith("sl_test_");
            assertThat(minted.isMistyped()).isFalse();
            assertThat(minted.isAcceptable()).isTrue();
        }

        @Test
        void is_known_as_mistyped_when_any_one_character_is_wrong() {
            for (int i = "sl_live_".length(); i < minted.text().length(); i++) {
                var wrong = new StringBuilder(minted.text());
                wrong.setCharAt(i, wrong.charAt(i) == 'x' ? 'y' : 'x');
                assertThat(new KeyText(wrong.toString()).isMistyped())
                        .as("at " + i)
                        .isTrue();
            }
        }

        @Test
        void is_known_as_mistyped_when_it_is_cut_off() {
            assertThat(new KeyText("sl_live_").isMistyped()).isTrue();
            assertThat(new KeyText(minted.text().substring(0, 30)).isMistyped()).isTrue();
        }

        @Test
        void never_shows_more_than_its_beginning() {
            assertThat(minted).hasToString(minted.text().substring(0, 12) + "…");
        }
    }

    @Nested
    class AChosenKey {
        @Test
        void may_be_any_sixteen_printable_characters() {
            assertThat(new KeyText("0123456789abcdef").isAcceptable()).isTrue();
            assertThat(new KeyText("0123456789abcde").isAcceptable()).isFalse();
            assertThat(new KeyText("0123456789abcde ").isAcceptable()).isFalse();
            assertThat(new KeyText("0123456789abcdeé").isAcceptable()).isFalse();
            assertThat(new KeyText("x".repeat(200)).isAcceptable()).isTrue();
            assertThat(new KeyText("x".repeat(201)).isAcceptable()).isFalse();
            assertThat(new KeyText("!~0123456789abcd").isAcceptable()).isTrue();
            assertThat(new KeyText("\u007f0123456789abcde").isAcceptable()).isFalse();
        }

        @Test
        void is_never_called_mistyped() {
            assertThat(new KeyText("my-own-key-for-tests").isMistyped()).isFalse();
        }

        @Test
        void shows_at_most_its_first_half() {
            assertThat(new KeyText("0123456789abcdef").hint()).isEqualTo("01234567…");
        }
    }

    @Test
    void a_mode_is_stored_by_a_code_that_never_changes() {
        assertThat(Mode.LIVE.code()).isZero();
        assertThat(Mode.TEST.code()).isEqualTo(1);
        for (var mode : Mode.values()) assertThat(Mode.of(mode.code())).isEqualTo(mode);
    }

    @Test
    void a_secret_never_shows_its_text() {
        assertThat(new Secrets.Secret(3, "ab".repeat(32))).hasToString("Secret[number=3]");
    }

    @Test
    void what_is_kept_is_the_sha_256_of_its_text() {
        assertThat(new KeyText("abc").digest())
                .isEqualTo(new KeyDigest(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
}
