package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.outbound.CheckedAddresses;
import dev.safelight.server.outbound.NamedUrls;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class AddressSettingsTest {

    private static Config read(String... flags) throws ConfigFault {
        return ConfigReader.read(List.of(flags), Map.of());
    }

    /** Whether a caller may name it; no name has an address here. */
    private static boolean mayBeNamed(Config config, String url) throws ConfigFault {
        var addresses = new CheckedAddresses(
                config.addressRules(),
                name -> CompletableFuture.failedFuture(new UnknownHostException(name)));
        return new NamedUrls(addresses)
                .require("url", url)
                .handle((kept, refused) -> refused == null)
                .join();
    }

    @Nested
    class WhatIsAllowed {
        @Test
        void is_nothing_that_is_not_public_by_default() throws ConfigFault {
            assertThat(mayBeNamed(read(), "https://8.8.8.8/")).isTrue();
            assertThat(mayBeNamed(read(), "https://10.0.0.1/")).isFalse();
            assertThat(mayBeNamed(read(), "https://127.0.0.1/")).isFalse();
        }

        @Test
        void is_what_all_flags_list() throws ConfigFault {
            var config = read("--allow-addresses", "10.0.0.0/8,fd00::/8", "--allow-addresses=::1");
            assertThat(mayBeNamed(config, "https://10.9.9.9/")).isTrue();
            assertThat(mayBeNamed(config, "http://[fd00::1]/")).isTrue();
            assertThat(mayBeNamed(config, "http://[::1]:9000/")).isTrue();
            assertThat(mayBeNamed(config, "https://192.168.0.1/")).isFalse();
        }

        @Test
        void is_told_with_where_it_was_set_where_it_is_malformed() {
            assertThatThrownBy(() -> read("--allow-addresses", "10.1.0.0/8").check())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("--allow-addresses")
                    .hasMessageContaining("10.0.0.0/8");
        }
    }

    @Nested
    class AServerForDevelopment {
        @Test
        void lets_webhooks_go_to_this_machine_and_says_so() throws ConfigFault {
            var config = read("--dev");
            assertThat(mayBeNamed(config, "http://127.0.0.1:9000/hook")).isTrue();
            assertThat(mayBeNamed(config, "http://[::1]:9000/hook")).isTrue();
            assertThat(mayBeNamed(config, "http://10.0.0.1/hook")).isFalse();
            assertThat(Greeting.of("http://127.0.0.1:8080", config, Optional.empty()))
                    .contains("webhooks may go to this machine");
            assertThat(Greeting.of("http://127.0.0.1:8080", read(), Optional.empty()))
                    .doesNotContain("webhooks may go to this machine");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"0.0.0.0", "::", "192.0.2.1", "media.example.com", "localhost.example"})
        void listens_nowhere_else(String host) {
            assertThatThrownBy(() -> read("--dev", "--host", host).check())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("host")
                    .hasMessageContaining("--dev");
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"})
        void listens_on_loopback(String host) throws ConfigFault {
            read("--host", host, "--dev").check();
        }

        @Test
        void is_asked_for_by_a_flag_without_a_value_or_with_one() throws ConfigFault {
            assertThat(read("--dev").dev()).isTrue();
            assertThat(read("--dev", "--port", "0").dev()).isTrue();
            assertThat(read("--dev", "true").dev()).isTrue();
            assertThat(read("--dev", "false").dev()).isFalse();
            assertThat(read("--dev=false").dev()).isFalse();
            assertThat(read().dev()).isFalse();
            assertThat(ConfigReader.read(List.of(), Map.of("SAFELIGHT_DEV", "true"))
                            .dev())
                    .isTrue();
        }
    }
}
