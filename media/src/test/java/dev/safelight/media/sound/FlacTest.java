package dev.safelight.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

class FlacTest {

    @Nested
    class WhatIsRead {
        @Test
        void is_what_was_written_for_a_voice_like_sound() {
            assertSame(tone(30_000, 8_000));
        }

        @Test
        void is_what_was_written_for_silence() {
            assertSame(new short[10_000]);
        }

        @Test
        void is_what_was_written_for_the_loudest_noise() {
            Random random = new Random(7);
            short[] samples = new short[9_001];
            for (int i = 0; i < samples.length; i++) samples[i] = (short) random.nextInt();
            assertSame(samples);
        }

        @Test
        void is_what_was_written_at_the_edges_of_the_range() {
            short[] samples = new short[5_000];
            for (int i = 0; i < samples.length; i++)
                samples[i] = i % 2 == 0 ? Short.MIN_VALUE : Short.MAX_VALUE;
            assertSame(samples);
        }

        @Test
        void is_what_was_written_when_frame_numbers_outgrow_a_byte() {
            assertSame(tone(FlacFrame.BLOCK * 130, 8_000));
        }

        @Test
        void is_what_was_written_for_every_small_length() {
            for (int length = 1; length < 40; length++) assertSame(tone(length, 20_000));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 00", "127, 7f", "128, c280", "2047, dfbf", "2048, e0a080", "54321, ed90b1"})
    void a_frame_number_is_coded_as_utf_8_codes_a_character(int number, String coded) {
        BitSink out = new BitSink();
        FlacFrame.write(out, new short[1], 0, 1, number);
        // Four bytes of sync and formats stand before it.
        assertThat(HexFormat.of().formatHex(out.bytes()).substring(8)).startsWith(coded);
    }

    @Test
    void a_voice_like_sound_takes_less_than_as_wav() {
        Sound sound = sound(tone(60_000, 4_000));

        assertThat(Flac.encode(sound).length).isLessThan(Wav.encode(sound).length * 7 / 10);
    }

    @Test
    void ffmpeg_reads_the_same_samples(@TempDir Path folder) throws Exception {
        short[] samples = tone(50_000, 12_000);
        Path flac = Files.write(folder.resolve("tone.flac"), Flac.encode(sound(samples)));
        Path raw = folder.resolve("tone.raw");
        boolean installed = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "ffmpeg")));
        assumeTrue(installed, "ffmpeg is not installed");

        Process process = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        flac.toString(),
                        "-f",
                        "s16le",
                        raw.toString())
                .redirectError(folder.resolve("complaints").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("complaints")).isEmptyFile();
        short[] heard = new short[samples.length];
        ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(heard);
        assertThat(heard).isEqualTo(samples);
    }

    private static void assertSame(short[] samples) {
        assertThat(new FlacReader(Flac.encode(sound(samples))).samples()).isEqualTo(samples);
    }

    private static Sound sound(short[] samples) {
        Sound sound = new Sound(22_050);
        sound.add(samples);
        return sound;
    }

    /** A tone with overtones and a little hiss, as vowels have. */
    private static short[] tone(int length, int loudness) {
        Random random = new Random(1);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            double swell = Math.sin(i / 4000.0);
            double wave =
                    Math.sin(i * 0.04) + 0.4 * Math.sin(i * 0.11) + 0.02 * random.nextGaussian();
            samples[i] = (short) (loudness * swell * wave);
        }
        return samples;
    }
}
