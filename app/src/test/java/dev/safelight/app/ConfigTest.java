package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
            "--cors, app.example.com",
            "--cors, https://app.example.com/path",
            "--cors, null",
            "--prompt-in-file, perhaps",
            "--allow-addresses, 10.0.0.1/8",
            "--allow-addresses, localhost",
            "--trust-certificates, nowhere.pem",
            "--trust-certificates, pom.xml",
            "--dev, perhaps",
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
    class AKeyThatComesIn {
        private static final String KEY = "chosen-key-0123456789";

        @TempDir
        private Path folder;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    KEY + "\r",
                    KEY + "\r\n",
                    " " + KEY + " ",
                    "\t" + KEY + "\n\n",
                    "\uFEFF" + KEY,
                    KEY + "\u00A0",
                    "\u200B" + KEY + "\u200B",
                    KEY + "\u0000"
                })
        void is_read_without_what_surrounds_it(String text) throws ConfigFault, IOException {
            for (var setting : List.of(Setting.API_KEY, Setting.TEST_KEY)) {
                assertThat(key(setting, read("--" + setting.key(), text))).isEqualTo(KEY);
                var environment = Map.of(setting.variable(), text);
                assertThat(key(setting, ConfigReader.read(List.of(), environment)))
                        .isEqualTo(KEY);
                var file = folder.resolve("key.properties");
                Files.writeString(file, setting.key() + "=" + escaped(text));
                assertThat(key(setting, read("--config", file.toString()))).isEqualTo(KEY);
            }
        }

        private static String escaped(String text) {
            return text.replace("\r", "\\r").replace("\n", "\\n");
        }

        private static String key(Setting setting, Config config) throws ConfigFault {
            return config.key(setting).orElseThrow().text();
        }

        @Test
        void is_equal_to_another_whatever_surrounds_them() throws ConfigFault {
            assertThatThrownBy(read("--api-key", KEY + "\r", "--test-key", " " + KEY)::check)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("test-key");
        }

        @Test
        void is_none_when_only_blanks_come() throws ConfigFault {
            assertThat(read("--api-key", " \r\n").key(Setting.API_KEY)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--api-key|" + KEY + "\n" + KEY,
                    "--api-key|" + KEY + "é",
                    "--port|1|" + KEY,
                    "-api-key=" + KEY,
                    "api-key=" + KEY,
                    "api_key:" + KEY,
                    "--apikey=" + KEY,
                    "--api-key:" + KEY + "|x",
                    "--" + KEY + "|x",
                    "--port|sl_live_" + KEY,
                    "--log|sl_test_" + KEY,
                    "--public-url|https://me:" + KEY + "@media.example.com",
                    "--api-key|" + KEY + "|--lease-seconds|" + KEY
                })
        void is_shown_by_no_complaint(String words) {
            assertThatThrownBy(() -> read(words.split("\\|")).check())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageNotContaining(KEY);
        }

        @ParameterizedTest
        @ValueSource(strings = {KEY, "sl_live_" + KEY, "api-keys " + KEY, KEY + "=api-key"})
        void is_shown_by_no_complaint_about_a_file(String line) throws IOException {
            var file = folder.resolve("odd.properties");
            Files.writeString(file, line + "\n");
            assertThatThrownBy(() -> read("--config", file.toString()).check())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageNotContaining(KEY);
        }

        @Test
        void is_masked_wherever_the_settings_are_printed() throws ConfigFault {
            var config = read("--api-key", KEY + "\r\n", "--voices", "sl_live_" + KEY);
            assertThat(config.print()).doesNotContain(KEY).contains("api-key=***");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--public-url|me:s3cret@media.example.com",
                    "--public-url|s3cret@media.example.com",
                    "--public-url|https://me:s3c/ret@media.example.com",
                    "--public-url|https:/me:s3cret@media.example.com",
                    "--public-url|//me:s3cret@media.example.com",
                    "--public-url|ftp:\\\\me:s3cret@media.example.com",
                    "--cors|me:s3cret@app.example.com",
                    "--cors|https://a.example s3cret@app.example.com",
                    "--host|me:s3cret@127.0.0.1",
                    "--host|http://s3cret@127.0.0.1",
                    "--port|me:s3cret@127.0.0.1:80",
                    "--log|https://me:s3c/ret@127.0.0.1"
                })
        void is_shown_by_nobody_as_the_user_of_an_address(String words) throws ConfigFault {
            var config = read(words.split("\\|"));
            assertThat(config.print()).doesNotContain("s3c", "ret@").contains("=***");
            assertThatThrownBy(config::check)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageNotContaining("s3c");
        }

        @Test
        void a_wrong_word_that_is_no_key_is_still_named() {
            assertThatThrownBy(() -> read("--porrt", "1")).hasMessageContaining("porrt");
            assertThatThrownBy(() -> read("--colour", "blue")).hasMessageContaining("colour");
            assertThatThrownBy(() -> read("--submits-per-minutes", "1"))
                    .hasMessageContaining("submits-per-minutes");
            assertThatThrownBy(() -> read("port=1")).hasMessageContaining("--port");
        }
    }

    @Nested
    class Origins {
        @Test
        void come_by_a_flag_that_is_repeated_or_in_one_value() throws ConfigFault {
            var both = "http://b.example, https://a.example";
            assertThat(read("--cors", "https://a.example", "--cors=http://b.example/")
                            .cors())
                    .hasToString(both);
            assertThat(read("--cors", "https://a.example,http://b.example:80").cors())
                    .hasToString(both);
            var environment = Map.of("SAFELIGHT_CORS", " https://a.example \n http://b.example ");
            assertThat(ConfigReader.read(List.of(), environment).cors()).hasToString(both);
        }

        @Test
        void are_none_unless_they_are_set_and_flags_replace_the_environments() throws ConfigFault {
            assertThat(read().cors()).hasToString("");
            var environment = Map.of("SAFELIGHT_CORS", "https://a.example");
            assertThat(ConfigReader.read(List.of("--cors", ""), environment).cors())
                    .hasToString("");
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

        @TempDir
        private Path folder;

        @ParameterizedTest
        @EnumSource
        void a_flag_or_a_line_without_a_value_stands_for_the_default(Setting setting)
                throws ConfigFault, IOException {
            var usual = read().print();
            for (var empty : List.of("", " ")) {
                assertThat(read("--" + setting.key(), empty).print()).isEqualTo(usual);
                assertThat(read("--" + setting.key() + "=" + empty).print()).isEqualTo(usual);
            }
            var file = folder.resolve("empty.properties");
            Files.writeString(file, setting.key() + "=\n");
            assertThat(read("--config", file.toString()).print()).isEqualTo(usual);
            read("--config", file.toString()).check();
        }

        @Test
        void a_misspelt_one_is_still_told() {
            assertThatThrownBy(() -> ConfigReader.read(List.of(), Map.of("SAFELIGHT_PROT", "")))
                    .hasMessageContaining("SAFELIGHT_PORT");
        }
    }
}
