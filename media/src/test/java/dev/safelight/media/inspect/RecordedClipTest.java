package dev.safelight.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection.Understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A WebM that was written while it was recorded: nobody knew its length at its beginning. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class RecordedClipTest {
    @TempDir
    Path folder;

    private static FileFacts facts(Path file) throws IOException {
        return ((Understood) Inspectors.usual().inspect(file)).facts();
    }

    @Test
    void is_as_long_as_until_its_last_picture() throws IOException {
        var clip = Samples.clip(
                folder.resolve("a.webm"), "-live", "1", "-c:v", "libvpx-vp9", "-c:a", "libopus");

        assertThat(facts(clip).seconds()).isCloseTo(2, within(0.1));
        assertThat(facts(clip).width()).isEqualTo(320);
    }

    @Test
    void of_sound_alone_is_as_long_as_until_its_last_sound() throws IOException {
        var sound = Samples.sound(folder.resolve("a.webm"), "-live", "1", "-c:a", "libopus");

        assertThat(facts(sound).seconds()).isCloseTo(2, within(0.1));
    }
}
