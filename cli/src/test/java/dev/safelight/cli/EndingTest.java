package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.client.json.JsonReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;

/** What the end of a file's name promises is what is in it, or nothing is asked for. */
class EndingTest extends AgainstAServer {
    @Nested
    class ThatCanBeWritten {
        @ParameterizedTest
        @CsvSource({
            "cat.jpg, ffd8ff, image/jpeg",
            "cat.jpeg, ffd8ff, image/jpeg",
            "CAT.JPG, ffd8ff, image/jpeg",
            "cat.jpe, ffd8ff, image/jpeg",
            "cat.gif, 474946, image/gif",
            "cat.bmp, 424d, image/bmp",
            "cat.tif, 4d4d, image/tiff",
            "cat.tiff, 4d4d, image/tiff",
            "cat.PNG, 89504e47, image/png",
        })
        void a_picture_becomes_what_its_name_says(String name, String magic, String type)
                throws Exception {
            assertThat(host.run("image", "a cat", "-o", at(name))).isZero();
            assertThat(begin(name, magic.length() / 2)).isEqualTo(magic);
            var picture = ImageIO.read(folder.resolve(name).toFile());
            assertThat(picture.getWidth()).isEqualTo(96);
            assertThat(host.out()).contains(at(name) + ": " + type);
        }

        @ParameterizedTest
        @CsvSource({
            "hello.aiff, 464f524d, audio/aiff",
            "hello.AIF, 464f524d, audio/aiff",
            "hello.au, 2e736e64, audio/basic",
            "hello.wav, 52494646, audio/wav",
            "hello.wave, 52494646, audio/wav",
        })
        void speech_becomes_what_its_name_says(String name, String magic, String type)
                throws Exception {
            assertThat(host.run("speech", "hello", "-o", at(name))).isZero();
            assertThat(begin(name, magic.length() / 2)).isEqualTo(magic);
            try (var sound =
                    AudioSystem.getAudioInputStream(folder.resolve(name).toFile())) {
                assertThat(sound.getFrameLength()).isEqualTo(4_410);
            }
            assertThat(host.out()).contains(at(name) + ": " + type);
        }

        @Test
        void programs_are_told_of_the_file_that_was_written() throws Exception {
            host.run("image", "a cat", "--json", "-o", at("cat.jpg"));
            byte[] written = Files.readAllBytes(folder.resolve("cat.jpg"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
            assertThat(JsonReader.read(host.out()).at("sha256").asText())
                    .contains(HexFormat.of().formatHex(digest));
            assertThat(host.out())
                    .contains("\"contentType\":\"image/jpeg\",\"bytes\":" + written.length);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cat",
                    "tmp.aB3xYz12Qk",
                    "tmp.qwertyuiop",
                    "cat.aB3xYz",
                    "cat.Rt5wQz0LmN",
                    "cat.tmp",
                    "cat.partial",
                    "cat.part",
                    "v1.2",
                    ".cat",
                    "cat."
                })
        void a_name_that_promises_nothing_gets_what_was_made(String name) {
            assertThat(host.run("image", "a cat", "-o", at(name))).isZero();
            assertThat(folder.resolve(name)).hasBinaryContent(server.file());
        }

        @ParameterizedTest
        @ValueSource(strings = {"cat.qwerty", "cat.QWERTYUIOP", "cat.abcdef12"})
        void an_empty_file_whose_name_was_drawn_by_chance_is_filled(String name)
                throws IOException {
            Files.createFile(folder.resolve(name));
            assertThat(host.run("image", "a cat", "-o", at(name))).isZero();
            assertThat(folder.resolve(name)).hasBinaryContent(server.file());
        }

        private String begin(String name, int bytes) throws IOException {
            byte[] all = Files.readAllBytes(folder.resolve(name));
            return HexFormat.of().formatHex(all, 0, bytes);
        }
    }

    @Nested
    class ThatCannotBeWritten {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cat.mp3",
                    "cat.webp",
                    "cat.svg",
                    "cat.pdf",
                    "cat.wav",
                    "cat.mp4",
                    "cat.avif",
                    "cat.heic",
                    "cat.PSD",
                    "cat.txt",
                    "cat.png.gz",
                    "cat.jpeg2000",
                    "cat.JPEG2000",
                    "cat.Jpeg2000",
                    "cat.jpeg-xl",
                    "cat.photoshop",
                    "cat.postscript",
                    "cat.рисунок"
                })
        void a_picture_is_not_paid_for(String name) {
            assertThat(host.run("image", "a cat", "-o", at(name))).isEqualTo(2);
            assertThat(host.err())
                    .contains(
                            name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT),
                            ".png",
                            ".jpg");
            assertThat(server.received()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x.mp3",
                    "x.ogg",
                    "x.m4a",
                    "x.opus",
                    "x.aac",
                    "x.png",
                    "x.mp4",
                    "x.txt",
                    "x.vorbis",
                    "x.musepack",
                    "x.realaudio",
                    "x.mpeg_layer3"
                })
        void speech_is_not_paid_for(String name) {
            assertThat(host.run("speech", "hello", "-o", at(name))).isEqualTo(2);
            assertThat(host.err()).contains(name.substring(name.lastIndexOf('.')), ".wav", ".flac");
            assertThat(server.received()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"x.mp3 ", "x.ogg  ", "x.m4a\t", "x.opus\u00a0", "x.vorbis\n", "x.MP3 "})
        void blanks_after_the_name_make_no_difference(String name) {
            assertThat(host.run("speech", "hello", "-o", at(name))).isEqualTo(2);
            assertThat(host.err()).contains(".wav", ".flac");
            assertThat(server.received()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"flac, x.wav", "wav, x.flac", "flac, x.aiff", "mp3, x.mp3", "ogg, x", "'', x"})
        void a_format_must_agree_with_the_name_and_be_known(String format, String name) {
            assertThat(host.run("speech", "hello", "--format", format, "-o", at(name)))
                    .isEqualTo(2);
            assertThat(server.received()).isEmpty();
        }

        @Test
        void programs_are_told_why_in_json() {
            assertThat(host.run("image", "a cat", "--json", "-o", at("cat.mp3")))
                    .isEqualTo(2);
            assertThat(host.out())
                    .startsWith("{\"status\":\"usage\",\"exitCode\":2,\"code\":\"wrong_ending\",");
        }

        @Test
        void what_a_server_makes_of_another_type_is_not_written_under_a_wrong_name() {
            assertThat(host.run("speech", "hello", "-o", at("hello.flac"))).isEqualTo(1);
            assertThat(host.err()).contains("audio/wav", ".flac");
            assertThat(new String(host.outBytes(), StandardCharsets.UTF_8)).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }
}
