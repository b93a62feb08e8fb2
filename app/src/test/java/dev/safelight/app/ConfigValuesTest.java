package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Values as scripts, editors and other systems leave them. */
class ConfigValuesTest {
    private static Config read(String... flags) throws ConfigFault {
        return ConfigReader.read(List.of(flags), Map.of());
    }

    @Nested
    class WhenAValueHasMoreAroundIt {
        @TempDir
        private Path folder;

        @ParameterizedTest
        @ValueSource(strings = {"8080\r", " 8080", "8080\n", "\t8080 ", "8080\r\n", "\u20038080"})
        void it_is_read_without_that(String text) throws ConfigFault, IOException {
            assertThat(read("--port", text).port()).isEqualTo(8_080);
            var environment = Map.of("SAFELIGHT_PORT", text);
            assertThat(ConfigReader.read(List.of(), environment).port()).isEqualTo(8_080);
            var file = folder.resolve("port.properties");
            Files.writeString(
                    file, "port=" + text.replace("\r", "\\r").replace("\n", "\\n") + "\n");
            assertThat(read("--config", file.toString()).port()).isEqualTo(8_080);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a\rb", "a\u001b[2Jb", "a\u0000b", "a\u0085b", "a\u2028b", "a\nb=c"})
        void what_drives_a_terminal_is_not_shown(String text) throws ConfigFault {
            var config = read("--log", text, "--voices", text);
            assertThat(config.print().split("\n", -1))
                    .hasSameSizeAs(read().print().split("\n", -1));
            assertThat(config.print().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Zl}]");
            assertThatThrownBy(config::check)
                    .satisfies(fault -> assertThat(fault.getMessage())
                            .doesNotContainPattern("[\\p{Cc}\\p{Zl}]"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"port=1234", "# a comment\nport=1234", "\nport=1234", "port: 1234"})
        void a_file_may_begin_with_a_byte_order_mark(String text) throws Exception {
            var file = folder.resolve("marked.properties");
            Files.writeString(file, "\ufeff" + text + "\n");
            assertThat(read("--config", file.toString()).port()).isEqualTo(1_234);
        }
    }

    @Nested
    class AHost {
        @ParameterizedTest
        @ValueSource(strings = {"http://127.0.0.1", "a b", "a/b", "127.0.0.1#", "a?b", "a\u0007b"})
        void that_is_none_is_refused(String text) throws ConfigFault {
            assertThatThrownBy(read("--host", text)::check)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("host");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"0.0.0.0", "::1", "[::1]", "fe80::1%eth0", "media.example.com", "büro"})
        void may_be_a_name_or_a_number(String text) throws ConfigFault {
            read("--host", text).check();
            assertThat(read("--host", text).host()).isEqualTo(text);
        }
    }
}
