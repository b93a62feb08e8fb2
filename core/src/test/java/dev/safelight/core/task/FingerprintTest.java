package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void is_the_first_half_of_a_sha_256() {
        // SHA-256 of "abc" followed by a zero byte, computed elsewhere.
        assertThat(Fingerprint.of("abc"))
                .isEqualTo(new Fingerprint(0xdc1114cd074914bdL, 0x872cc1f9a23ec910L));
    }

    @Test
    void tells_apart_where_one_part_ends_and_the_next_begins() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a")).isNotEqualTo(Fingerprint.of("a", ""));
    }
}
