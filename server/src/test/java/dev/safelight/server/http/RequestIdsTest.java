package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdsTest {

    @Test
    void what_is_safe_in_logs_and_headers_is_well_formed() {
        assertThat(RequestIds.isWellFormed("0b6e3c1e-5f0f-4d3f-9a7e-6f1f2f3f4f5f"))
                .isTrue();
        assertThat(RequestIds.isWellFormed("a".repeat(128))).isTrue();
        assertThat(RequestIds.isWellFormed("a".repeat(129))).isFalse();
        assertThat(RequestIds.isWellFormed("")).isFalse();
        assertThat(RequestIds.isWellFormed("a\nb")).isFalse();
        assertThat(RequestIds.isWellFormed("a b")).isFalse();
    }
}
