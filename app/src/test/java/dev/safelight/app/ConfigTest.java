package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "--prompt-in-file, perhaps",
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
            assertThat(read().promptInFile()).isFalse();
            assertThat(read("--prompt-in-file", "true").promptInFile()).isTrue();
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
}
