package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** A key is used or refused, and never shown. */
class SecretTest extends AgainstAServer {
    private static final String SECRET = "k3y0fMine";

    /** As an operator may choose one, who need not be the one whose key is in use. */
    private static final String LONG = "Zq81xV0pLw5TnE2s";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--api-key=%s",
                "--key=%s",
                "--apikey=%s=%s",
                "--api-key:%s",
                "--%s",
                "-%s",
                "-k%s",
                "--api-key='%s'",
                "--timeout|%s",
                "--timeout=%s",
                "--seed|%s",
                "--priority|%s",
                "--json=%s",
                "--aspekt=%s",
                "-q=%s",
                "-o|/none/%s"
            })
    void in_a_wrong_option_it_is_not_shown(String words) {
        host.variable("SAFELIGHT_API_KEY", "Own-" + SECRET);
        for (String key : List.of("sl_live_" + SECRET, "sl_test_" + SECRET, "Own-" + SECRET))
            refused("image", words.replace("%s", key));
        if (!words.startsWith("-o")) refused("image", words.replace("%s", "k7-" + LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--speed|%s", "--format|%s", "--format=%s", "--voise=%s", "-o|/none/%s"})
    void in_a_wrong_option_of_speech_it_is_not_shown(String words) {
        refused("speech", words.replace("%s", "sl_live_" + SECRET));
    }

    private void refused(String command, String words) {
        var all = new ArrayList<>(List.of(command, "a cat"));
        all.addAll(List.of(words.split("\\|")));
        assertThat(host.run(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(host.err() + host.out()).doesNotContain(SECRET, LONG);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void programs_are_not_shown_it_either() {
        var output = "/none/sl_live_" + SECRET + "/cat.png";
        assertThat(host.run("image", "a cat", "--json", "-o", output)).isEqualTo(2);
        assertThat(host.out()).contains("/none/***").doesNotContain(SECRET);
    }

    @Test
    void a_wrong_option_that_is_none_is_still_named() {
        assertThat(host.run("image", "a cat", "--sede", "7")).isEqualTo(2);
        assertThat(host.err()).contains("Unknown option: '--sede'", "--seed");
        assertThat(host.run("image", "a cat", "--colour=blue")).isEqualTo(2);
        assertThat(host.err()).contains("'--colour=***'");
    }

    @Test
    void surroundings_can_be_printed_without_it() {
        host.variable("SAFELIGHT_API_KEY", SECRET);
        assertThat(host.host().toString()).doesNotContain(SECRET);
    }
}
