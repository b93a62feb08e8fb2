package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com",
        "https://APP.Example.com/, https://app.example.com",
        "https://app.example.com:443, https://app.example.com",
        "http://localhost:80, http://localhost",
        "http://localhost:5173, http://localhost:5173",
        "https://app.example.com:80, https://app.example.com:80",
        "http://[::1]:3000, http://[::1]:3000",
        "capacitor://localhost, capacitor://localhost",
        "chrome-extension://abcdef, chrome-extension://abcdef",
        "*, *"
    })
    void is_read_as_browsers_send_it(String written, String sent) {
        assertThat(Cors.origin(written)).hasValue(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "https://",
                "https://app.example.com/path",
                "https://app.example.com?x",
                "https://*.example.com",
                "https://me@app.example.com",
                "https://app.example.com:99999",
                "https://app.example.com:",
                "https://app.example.com//",
                "//app.example.com",
                "null",
                "**",
                ""
            })
    void is_refused_when_no_browser_sends_it(String written) {
        assertThat(Cors.origin(written)).isEmpty();
    }
}
