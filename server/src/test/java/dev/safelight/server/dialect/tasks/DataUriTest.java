package dev.safelight.server.dialect.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {
    @Test
    void the_bytes_of_a_picture_are_read_whatever_its_type_and_case() {
        assertThat(DataUri.picture("data:image/png;base64,AAEC")).hasValue(new byte[] {0, 1, 2});
        assertThat(DataUri.picture("DATA:IMAGE/x-of-mine;BASE64,AA==")).hasValue(new byte[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,",
                "data:image/png;base64,AAE",
                "data:image/png;base64,AA E",
                "data:image/png;base64,AAEC\n",
                "data:image/png;base64,A-_C",
                "data:image/png,AAEC",
                "data:;base64,AAEC",
                "data:text/html;base64,AAEC",
                "data:image/png;base64",
                "data:image/png;base64;charset=utf-8,AAEC",
                "data:",
                "data",
                "https://a.example/?data:image/png;base64,AAEC"
            })
    void anything_else_is_none(String text) {
        assertThat(DataUri.picture(text)).isEmpty();
    }
}
