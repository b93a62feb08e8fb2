package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.Fault;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Errors say what is the matter in words that need no knowledge of Java. */
class CausesTest extends AgainstAServer {
    @Nested
    class OfATextThatCannotBeRead {
        @Test
        void it_is_not_there() {
            assertThat(host.run("speech", "--file", at("none.txt"))).isEqualTo(2);
            assertThat(host.err()).contains("cannot read " + at("none.txt") + ": there is no");
        }

        @Test
        void it_is_a_folder() {
            assertThat(host.run("speech", "--file", folder.toString())).isEqualTo(2);
            assertThat(host.err()).contains("cannot read " + folder + ": it is a folder");
        }

        @Test
        void its_name_is_too_long() {
            assertThat(host.run("speech", "--file", at("x".repeat(300)))).isEqualTo(2);
            assertThat(host.err()).contains("too long");
        }

        @ParameterizedTest
        @CsvSource({
            "UTF-16, UTF-16",
            "UTF-16LE, UTF-16",
            "UTF-16BE, UTF-16",
            "x-UTF-16LE-BOM, UTF-16",
            "ISO-8859-1, not UTF-8",
            "windows-1252, not UTF-8",
            "UTF-32, not UTF-8",
        })
        void it_is_not_utf_8(String charset, String reason) throws IOException {
            Path text = folder.resolve("text");
            Files.write(text, "Grüße".getBytes(Charset.forName(charset)));
            refused(text, reason);
            Files.write(text, "hello".getBytes(Charset.forName(charset)));
            if (!charset.startsWith("ISO") && !charset.startsWith("win")) refused(text, reason);
        }

        @Test
        void it_is_no_text_at_all() throws IOException {
            refused(Files.write(folder.resolve("cat.png"), server.file()), "not UTF-8");
        }

        @Test
        void it_never_ends() {
            refused(Path.of("/dev/zero"), "too long");
        }

        @Test
        void a_byte_order_mark_is_not_spoken() throws IOException {
            Path text = Files.writeString(folder.resolve("text"), "\ufeffhello");
            assertThat(host.run("speech", "--file", text.toString(), "-o", at("a.wav")))
                    .isZero();
            var input = server.received("generate-tts").getLast().input();
            assertThat(input.path("text").asString()).isEqualTo("hello");
        }

        @Test
        void standard_input_is_judged_alike() {
            assertThat(host.typing("hello".getBytes(StandardCharsets.UTF_16LE))
                            .run("speech", "--file", "-"))
                    .isEqualTo(2);
            assertThat(host.err()).contains("standard input", "UTF-16");
            assertThat(server.received()).isEmpty();
        }

        private void refused(Path text, String reason) {
            assertThat(host.run("speech", "--file", text.toString(), "-o", at("a.wav")))
                    .isEqualTo(2);
            assertThat(host.err()).contains("cannot read " + text + ": ", reason);
            assertThat(host.err()).doesNotContain("Input length", "Exception");
            assertThat(server.received()).isEmpty();
        }
    }

    @Nested
    class OfAnOptionThatIsWrong {
        @ParameterizedTest
        @CsvSource({
            "image, --seed, 1.5, whole number",
            "image, --seed, 99999999999999999999, whole number",
            "image, --seed, seven, whole number",
            "image, --timeout, soon, whole number",
            "image, --priority, high, whole number",
            "speech, --speed, NaN, number",
            "speech, --speed, 1e400, number",
            "speech, --speed, '1,5', number",
            "speech, --speed, fast, number",
        })
        void numbers_are_called_numbers(String command, String option, String value, String word) {
            assertThat(host.run(command, "hello", option, value, "-o", at("a"))).isEqualTo(2);
            assertThat(host.err()).contains(option, "'" + value + "'", word);
            assertThat(host.err())
                    .doesNotContain("is not a long", "is not an int", "is not a double", "\tat ");
            assertThat(server.received()).isEmpty();
        }

        @Test
        void words_that_begin_with_an_at_sign_are_words() throws IOException {
            Path file = Files.writeString(folder.resolve("words"), "--help");
            assertThat(host.run("image", "@" + file, "-o", at("cat.png"))).isZero();
            var input = server.received("generate-image-from-text").getLast().input();
            assertThat(input.path("prompt").asString()).isEqualTo("@" + file);
        }

        @Test
        void blank_words_are_no_words() {
            assertThat(host.run("image", " ", "-o", at("cat.png"))).isEqualTo(2);
            assertThat(server.received()).isEmpty();
        }
    }

    @Nested
    class OfAServerThatCannotBeUsed {
        @ParameterizedTest
        @CsvSource({
            "localhost:8080, http://",
            "127.0.0.1, http://",
            "http://127.0.0.1:99999, port",
            "http://127.0.0.1:-1, http://",
            "http:///api/v1, http://",
            "https://somebody:s3cret@127.0.0.1:1, user name",
            "'http://my host', http://",
        })
        void its_address_is_wrong(String url, String reason) {
            host.variable("SAFELIGHT_URL", url);
            assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(2);
            assertThat(host.err()).contains("SAFELIGHT_URL", reason);
            assertThat(host.err()).doesNotContain("s3cret", "\tat ", "index", "Exception");
        }

        @Test
        void it_hangs_up() {
            for (int i = 0; i < 4; i++) server.fault("create-session", new Fault.Broken());
            assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(3);
            assertThat(host.err())
                    .contains("closed the connection")
                    .doesNotContain("header parser", "null");
        }

        @Test
        void one_of_its_own_does_not_start() {
            host.variable("SAFELIGHT_URL", "").starting(() -> {
                throw new AccessDeniedException("/folder");
            });
            assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(3);
            assertThat(host.err()).contains("cannot start a server: /folder: not allowed");
        }

        @Test
        void a_fault_of_our_own_is_one_line() {
            host.variable("SAFELIGHT_URL", "").starting(() -> {
                throw new IllegalStateException("with a secret");
            });
            assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(1);
            assertThat(host.err())
                    .contains("IllegalStateException")
                    .doesNotContain("\tat ", "secret");
        }
    }
}
