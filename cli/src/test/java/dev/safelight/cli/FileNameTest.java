package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "A cat in space, image/png, a-cat-in-space.png",
        "'  Über ../../etc/passwd ', image/png, uber-etc-passwd.png",
        "Hello, audio/wav, hello.wav",
        "Hello, audio/flac, hello.flac",
        "日本, image/png, image.png",
        "'', image/png, image.png",
        "one two three four five six seven eight nine ten, image/png,"
                + " one-two-three-four-five-six-seven-eight.png",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee, image/png,"
                + " aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd.png",
        "a cat, application/x-new, a-cat.bin",
    })
    void it_is_plain_short_and_ends_as_the_type_says(String words, String type, String name) {
        assertThat(FileName.of(words, "image", type)).isEqualTo(name);
    }
}
