package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is used or refused, and never shown. */
class SecretTest extends AgainstAServer {
    private static final String SECRET = "k3y0fMine";

    @ParameterizedTest
    @ValueSource(strings = {"%s\n", "%s\r\n", "  %s ", "\t%s\n\n", "\ufeff%s", "\u00a0%s\u2028"})
    void white_space_around_it_is_trimmed(String form) {
        host.variable("SAFELIGHT_API_KEY", form.formatted(StandIn.KEY));
        assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isZero();
        assertThat(host.err() + host.out()).doesNotContain(StandIn.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\nnext",
                "%s\r\nnext",
                "%s next",
                "%s\tnext",
                "%s\u0000x",
                "%sü",
                "%s\u007fx",
                "%s\u200bx",
                "%s–x",
                "\u001b[31m%s"
            })
    void with_other_bytes_in_it_it_is_refused(String form) {
        host.variable("SAFELIGHT_API_KEY", form.formatted(SECRET));
        assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(4);
        assertThat(host.err()).contains("SAFELIGHT_API_KEY");
        assertThat(host.err() + host.out()).doesNotContain(SECRET, "next", "\tat ");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r\n", "\t ", "\u2028"})
    void what_is_blank_is_not_there(String blank) {
        host.variable("SAFELIGHT_API_KEY", blank);
        assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(4);
        assertThat(host.err()).contains("set SAFELIGHT_API_KEY as well");
    }

    @Test
    void in_the_place_of_the_address_it_is_not_shown_either() {
        host.variable("SAFELIGHT_URL", "sl_live_" + SECRET);
        assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(2);
        assertThat(host.err() + host.out()).doesNotContain(SECRET);
    }

    @Test
    void surroundings_can_be_printed_without_it() {
        host.variable("SAFELIGHT_API_KEY", SECRET);
        assertThat(host.host().toString()).doesNotContain(SECRET);
    }
}
