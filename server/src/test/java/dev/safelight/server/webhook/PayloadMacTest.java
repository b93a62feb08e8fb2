package dev.safelight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadMacTest {
    /** As OpenSSL computes it: {@code printf body | openssl dgst -sha256 -hmac secret}. */
    @Test
    void the_text_of_a_secret_is_the_key() {
        assertThat(PayloadMac.hex("whsec_c2VjcmV0", "{\"a\":\"é\"}")).isEqualTo(OPENSSL);
    }

    private static final String OPENSSL =
            "175cc0f89c9a103f7af0cb3fc843d5f466695b253aa5f2a738eaff0bd1176bde";
}
