package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class GreetingTest {
    private static final String URL = "http://127.0.0.1:8080";
    private static final String CHOSEN = "chosen-key-0123456789";
    private static final String CHOSEN_TEST = "chosen-test-key-0123456789";

    private final KeyText minted = KeyText.mint(Mode.LIVE, new Random(1));
    private final KeyText mintedTest = KeyText.mint(Mode.TEST, new Random(2));

    private static String greet(FirstKeys keys, Map<String, String> environment)
            throws ConfigFault {
        var config = ConfigReader.read(List.of(), environment);
        return Greeting.of(URL, config, Optional.of(keys));
    }

    private static KeyText key(String text) {
        return new KeyText(text);
    }

    @Nested
    class OfAFirstStart {
        @Test
        void shows_the_keys_that_were_drawn_as_they_are_nowhere_else() throws ConfigFault {
            assertThat(greet(new FirstKeys(minted, mintedTest), Map.of()))
                    .contains("key       " + minted.text())
                    .contains("test key  " + mintedTest.text())
                    .contains("export SAFELIGHT_API_KEY=" + minted.text())
                    .contains("These keys are shown this once");
        }

        @Test
        void shows_no_key_that_was_supplied_but_says_where_it_came_from() throws ConfigFault {
            var both = Map.of("SAFELIGHT_API_KEY", CHOSEN, "SAFELIGHT_TEST_KEY", CHOSEN_TEST);
            assertThat(greet(new FirstKeys(key(CHOSEN), key(CHOSEN_TEST)), both))
                    .doesNotContain(CHOSEN)
                    .doesNotContain(CHOSEN_TEST)
                    .doesNotContain("shown this once")
                    .doesNotContain("export")
                    .contains("SAFELIGHT_API_KEY")
                    .contains("SAFELIGHT_TEST_KEY");
        }

        @Test
        void shows_the_drawn_one_of_two() throws ConfigFault {
            var live = Map.of("SAFELIGHT_API_KEY", CHOSEN + "\r\n");
            assertThat(greet(new FirstKeys(key(CHOSEN), mintedTest), live))
                    .doesNotContain(CHOSEN)
                    .contains(mintedTest.text())
                    .contains("shown this once");
            var test = Map.of("SAFELIGHT_TEST_KEY", CHOSEN_TEST);
            assertThat(greet(new FirstKeys(minted, key(CHOSEN_TEST)), test))
                    .doesNotContain(CHOSEN_TEST)
                    .contains("export SAFELIGHT_API_KEY=" + minted.text());
        }
    }

    @Nested
    class AWarning {
        private static Optional<String> on(String... flags) throws ConfigFault {
            return Greeting.warning(URL, ConfigReader.read(List.of(flags), Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0", "::", "[::]", "0", "0:0:0:0:0:0:0:0"})
        void says_what_to_set_where_it_listens_everywhere(String host) throws ConfigFault {
            assertThat(on("--host", host))
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains(URL, "--public-url", "SAFELIGHT_PUBLIC_URL")
                            .doesNotContain("\n"));
        }

        @Test
        void is_not_given_where_addresses_are_right() throws ConfigFault {
            assertThat(on()).isEmpty();
            assertThat(on("--host", "192.0.2.7")).isEmpty();
            assertThat(on("--host", "::1")).isEmpty();
            assertThat(on("--host", "0.0.0.0", "--public-url", "https://media.example.com"))
                    .isEmpty();
        }
    }

    @Test
    void of_a_later_start_shows_no_keys() throws ConfigFault {
        var config = ConfigReader.read(List.of(), Map.of("SAFELIGHT_API_KEY", CHOSEN));
        assertThat(Greeting.of(URL, config, Optional.empty()))
                .doesNotContain(CHOSEN)
                .doesNotContain("shown this once");
    }
}
