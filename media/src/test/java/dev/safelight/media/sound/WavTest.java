package dev.safelight.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

class WavTest {
    private static final short[] SAMPLES = {0, 1, -1, 300, Short.MAX_VALUE, Short.MIN_VALUE};

    @Test
    void the_platforms_own_reader_understands_it() throws Exception {
        byte[] file = Wav.encode(sound());

        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat format = in.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(24_000);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(in.getFrameLength()).isEqualTo(SAMPLES.length);
            assertThat(in.readAllBytes()).startsWith(0, 0, 1, 0, 0xFF, 0xFF);
        }
    }

    @Test
    void what_is_read_is_what_was_written() throws Exception {
        Sound read = Wav.decode(Wav.encode(sound()));

        assertThat(read.samples()).isEqualTo(SAMPLES);
        assertThat(read.sampleRate()).isEqualTo(24_000);
    }

    @Test
    void a_size_left_open_means_up_to_the_end() throws Exception {
        byte[] streamed = Wav.encode(sound());
        Arrays.fill(streamed, 40, 44, (byte) 0xFF);

        assertThat(Wav.decode(streamed).samples()).isEqualTo(SAMPLES);
    }

    @Test
    void other_files_are_refused() {
        assertThatThrownBy(() -> Wav.decode("no sound".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        byte[] stereo = Wav.encode(sound());
        stereo[22] = 2;
        assertThatThrownBy(() -> Wav.decode(stereo)).hasMessageContaining("one channel");
    }

    private static Sound sound() {
        Sound sound = new Sound(24_000);
        sound.add(SAMPLES.clone());
        return sound;
    }
}
