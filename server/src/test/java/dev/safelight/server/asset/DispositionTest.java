package dev.safelight.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {

    @Test
    void media_is_shown_in_place_and_what_may_run_is_not() {
        assertThat(Disposition.of("a.png", "image/png")).startsWith("inline;");
        assertThat(Disposition.of("a.wav", "audio/wav")).startsWith("inline;");
        assertThat(Disposition.of("a.svg", "image/svg+xml")).startsWith("attachment;");
        assertThat(Disposition.of("a.html", "text/html")).startsWith("attachment;");
    }

    @Test
    void no_name_breaks_out_of_its_quotes() {
        assertThat(Disposition.of("a\"b\\c\r\nd é.png", "image/png"))
                .isEqualTo("inline; filename=\"a_b_c__d _.png\";"
                        + " filename*=UTF-8''a%22b%5Cc%0D%0Ad%20%C3%A9.png");
    }
}
