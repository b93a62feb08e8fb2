package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ConfigTest {

    private static Config read(String... flags) throws ConfigFault {
        return ConfigReader.read(List.of(flags), Map.of());
    }

    @Nested
    class WhenItIsChecked {

        @ParameterizedTest
        @CsvSource({
            "--public-url, http://a{b}",
            "--public-url, media.example.com",
            "--port, 65536",
            "--drain-seconds, 0",
            "--lease-seconds, soon",
            "--queue-limit, 0",
            "--grant, -1",
            "--slots, many",
            "--log, xml",
            "--api-key, short"
        })
        void each_setting_that_cannot_be_used_is_told(String flag, String value)
                throws ConfigFault {
            assertThatThrownBy(read(flag, value)::check)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining(flag.substring(2));
        }

        @Test
        void equal_keys_are_refused_without_being_shown() throws ConfigFault {
            var key = "one-key-for-everything";
            assertThatThrownBy(read("--api-key", key, "--test-key", key)::check)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("test-key")
                    .hasMessageNotContaining(key);
        }

        @Test
        void the_defaults_can_be_used() throws ConfigFault {
            read().check();
            assertThat(read().drain()).hasSeconds(20);
        }
    }

    @Nested
    class WhenAFileIsNamed {
        @TempDir
        private Path folder;

        @Test
        void it_is_read_whichever_way_the_flag_is_written() throws ConfigFault, IOException {
            var file = folder.resolve("mine.properties");
            Files.writeString(file, "port=1234");
            assertThat(read("--config", file.toString()).port()).isEqualTo(1234);
            assertThat(read("--config=" + file).port()).isEqualTo(1234);
            assertThat(read("--config=" + file, "--port=99").port()).isEqualTo(99);
        }
    }

    @Nested
    class WhenAVariableIsEmpty {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SAFELIGHT_PORT",
                    "SAFELIGHT_HOST",
                    "SAFELIGHT_DATA",
                    "SAFELIGHT_LOG",
                    "SAFELIGHT_GRANT",
                    "SAFELIGHT_API_KEY",
                    "SAFELIGHT_CONFIG",
                    "SAFELIGHT_LEASE_SECONDS",
                    "SAFELIGHT_PACKS"
                })
        void it_is_not_set(String name) throws ConfigFault {
            for (var empty : List.of("", " ")) {
                var config = ConfigReader.read(List.of(), Map.of(name, empty));
                config.check();
                assertThat(config.print()).isEqualTo(read().print());
            }
        }

        @Test
        void a_misspelt_one_is_still_told() {
            assertThatThrownBy(() -> ConfigReader.read(List.of(), Map.of("SAFELIGHT_PROT", "")))
                    .hasMessageContaining("SAFELIGHT_PORT");
        }
    }
}
