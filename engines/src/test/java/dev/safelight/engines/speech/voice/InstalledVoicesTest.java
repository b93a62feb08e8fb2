package dev.safelight.engines.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Voice;
import dev.safelight.media.pack.Packs;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class InstalledVoicesTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_installed_is_no_voices() {
        assertThat(installed().list()).isEmpty();
    }

    @Test
    void joe_comes_first() throws IOException {
        drop(
                "en_GB-amy-low",
                "{\"language\": {\"code\": \"en_GB\"}, \"phoneme_id_map\": {\"a\": [1]}}");
        file("packs/joe-voice/en_US-joe-medium.onnx", "");

        assertThat(installed().list())
                .extracting(Voice::id)
                .containsExactly("joe", "en_GB-amy-low");
    }

    @Nested
    class AVoiceThatAnOperatorDropped {
        @Test
        void is_listed_by_its_file_and_speaks_what_its_configuration_says() throws IOException {
            drop(
                    "en_GB-amy-low",
                    "{\"language\": {\"code\": \"en_GB\"}, \"phoneme_id_map\": {\"a\": [1]}}");

            Voice voice = installed().list().getFirst();

            assertThat(voice.id()).isEqualTo("en_GB-amy-low");
            assertThat(voice.language()).isEqualTo("en-GB");
            assertThat(voice.pack()).isEqualTo("folder");
        }

        @Test
        void comes_while_the_server_runs() throws IOException {
            InstalledVoices installed = installed();
            assertThat(installed.list()).isEmpty();

            drop("one", "{\"phoneme_id_map\": {\"a\": [1]}}");

            assertThat(installed.list()).hasSize(1);
        }

        @Test
        void is_not_read_again_before_it_changes() throws IOException {
            InstalledVoices installed = installed();
            drop("one", "{\"phoneme_id_map\": {\"a\": [1]}}");
            Path configuration = folder.resolve("voices/one.onnx.json");
            FileTime then = Files.getLastModifiedTime(configuration);
            assertThat(installed.list()).hasSize(1);

            Files.writeString(configuration, "{\"phoneme_id_map\": {\"a\": 1 []}");
            Files.setLastModifiedTime(configuration, then);
            assertThat(installed.list()).hasSize(1);

            Files.setLastModifiedTime(configuration, FileTime.fromMillis(0));
            assertThat(installed.list()).isEmpty();
        }

        @Test
        void is_left_out_when_its_configuration_is_missing_or_broken() throws IOException {
            file("voices/alone.onnx", "");
            drop("broken", "{");
            drop("other", "{\"name\": \"no voice\"}");

            assertThat(installed().list()).isEmpty();
        }
    }

    @Test
    void voices_of_ours_are_known_by_their_pack_before_they_are_installed() {
        assertThat(InstalledVoices.packOf("joe")).contains("joe-voice");
        assertThat(InstalledVoices.packOf("jm_kumo")).contains("kokoro-voices");
        assertThat(InstalledVoices.packOf("nobody")).isEmpty();
    }

    private InstalledVoices installed() {
        return new InstalledVoices(new Packs(folder.resolve("packs")), folder.resolve("voices"));
    }

    private void drop(String name, String configuration) throws IOException {
        file("voices/" + name + ".onnx", "");
        file("voices/" + name + ".onnx.json", configuration);
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
