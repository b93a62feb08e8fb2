package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ServeTest {
    private static String printed(String... args) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var usual = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Serve.run(List.of(args), Map.of("SAFELIGHT_PORT", "1"))).isZero();
        } finally {
            System.setOut(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void help_shows_every_setting_with_its_usual_value_and_starts_nothing(String flag)
            throws Exception {
        assertThat(printed(flag))
                .contains("./safelight serve", "port=" + Setting.PORT.usual() + "    # default")
                .contains(Arrays.stream(Setting.values())
                        .map(setting -> setting.key() + "=")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void help_comes_beside_other_settings_too(String flag) throws Exception {
        assertThat(printed("--port", "2", flag)).contains("# " + Setting.PORT.meaning());
    }
}
