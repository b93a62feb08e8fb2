package dev.safelight.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.media.process.BoundedProgram.Bounds;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.process.ProgramMissing;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class FfmpegTest {
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(20), 64 << 20, 1 << 16);
    private static final List<String> ASKED =
            List.of("-print_format", "json", "-show_entries", "stream=codec_name");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private Path wav() throws IOException {
        var sound = new Sound(8_000);
        sound.addSilence(1);
        return Files.write(folder.resolve("a.wav"), Wav.encode(sound));
    }

    private String asked(Ffmpeg ffmpeg) throws IOException {
        var ending = ffmpeg.probe(wav(), "wav", ASKED, BOUNDS);
        assertThat(ending.isGood()).isTrue();
        return new String(ending.output(), StandardCharsets.UTF_8);
    }

    /** A folder in the way of the programs that come along. */
    private Ffmpeg withoutThose(InstalledPrograms installed) throws IOException {
        var file = Files.writeString(folder.resolve("in-the-way"), "");
        return new Ffmpeg(List.of(file.resolve("ffmpeg")), installed, () -> now);
    }

    @Test
    void comes_along_and_needs_nothing_of_the_system_but_its_c_libraries() throws IOException {
        var ffmpeg =
                new Ffmpeg(List.of(folder.resolve("new")), InstalledPrograms.on(""), () -> now);

        assertThat(asked(ffmpeg)).contains("pcm_s16le");
    }

    @Test
    void the_next_folder_serves_where_the_first_cannot_be_written() throws IOException {
        var file = Files.writeString(folder.resolve("in-the-way"), "");
        var folders = List.of(file.resolve("ffmpeg"), folder.resolve("other"));

        assertThat(asked(new Ffmpeg(folders, InstalledPrograms.on(""), () -> now)))
                .contains("pcm_s16le");
        assertThat(folder.resolve("other").resolve("ffprobe")).isExecutable();
    }

    @Test
    void an_installed_one_serves_where_that_cannot_be() throws IOException {
        var installed = InstalledPrograms.on(System.getenv().getOrDefault("PATH", ""));
        assumeTrue(installed.find("ffprobe").isPresent(), "ffmpeg is not installed");

        assertThat(asked(withoutThose(installed))).contains("pcm_s16le");
    }

    @Test
    void an_installed_one_may_open_the_file_and_nothing_else() throws IOException {
        for (var name : List.of("ffprobe", "ffmpeg")) script(name, "echo \"$@\"");

        var said = asked(withoutThose(InstalledPrograms.on(folder.toString())));

        assertThat(said)
                .contains("-protocol_whitelist file -f wav -i file:" + folder.resolve("a.wav"));
    }

    @Test
    void an_installed_one_that_does_not_run_is_as_good_as_none() throws IOException {
        for (var name : List.of("ffprobe", "ffmpeg")) script(name, "exit 1");
        var broken = withoutThose(InstalledPrograms.on(folder.toString()));
        var file = wav();

        assertThatThrownBy(() -> broken.probe(file, "wav", ASKED, BOUNDS))
                .hasMessage("a program that is needed is not there: install ffmpeg");
    }

    private void script(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void none_at_all_is_told_with_what_to_do() throws IOException {
        var none = withoutThose(InstalledPrograms.on(""));
        var file = wav();

        assertThatThrownBy(() -> none.probe(file, "wav", ASKED, BOUNDS))
                .isInstanceOf(ProgramMissing.class)
                .hasMessage("a program that is needed is not there: install ffmpeg");
    }

    @Test
    void one_that_was_not_there_is_looked_for_again_after_a_minute() throws IOException {
        var later = withoutThose(InstalledPrograms.on(folder.toString()));
        var file = wav();
        assertThatThrownBy(() -> later.probe(file, "wav", ASKED, BOUNDS))
                .isInstanceOf(ProgramMissing.class);
        for (var name : List.of("ffprobe", "ffmpeg")) script(name, "echo \"$@\"");

        now = now.plusSeconds(59);
        assertThatThrownBy(() -> later.probe(file, "wav", ASKED, BOUNDS))
                .isInstanceOf(ProgramMissing.class);
        now = now.plusSeconds(1);
        assertThat(asked(later)).contains("a.wav");
    }
}
