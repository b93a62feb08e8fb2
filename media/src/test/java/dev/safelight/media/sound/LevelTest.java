package dev.safelight.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTest {
    private final Level level = new Level();

    @Test
    void a_quiet_voice_is_brought_to_a_tenth_of_full_scale() {
        float[] quiet = tone(0.05);

        assertThat(rms(quiet) * level.gain(quiet)).isCloseTo(0.1, within(0.005));
    }

    @Test
    void later_lines_keep_their_proportion_to_the_first() {
        double first = level.gain(tone(0.2));

        assertThat(level.gain(tone(0.1))).isEqualTo(first);
    }

    @Test
    void a_line_that_would_clip_is_held_lower() {
        level.gain(tone(0.05));

        assertThat(level.gain(tone(0.9)) * 0.9).isLessThan(1);
    }

    @Test
    void silence_is_left_alone() {
        assertThat(level.gain(new float[4000])).isEqualTo(1);
    }

    @Test
    void a_line_begins_and_ends_at_nothing() {
        float[] samples = new float[1000];
        java.util.Arrays.fill(samples, 1);

        Level.fade(samples);

        assertThat(samples[0]).isZero();
        assertThat(samples[999]).isZero();
        assertThat(samples[500]).isEqualTo(1);
    }

    private static float[] tone(double peak) {
        float[] samples = new float[20_000];
        for (int i = 0; i < samples.length; i++) samples[i] = (float) (peak * Math.sin(i * 0.1));
        return samples;
    }

    private static double rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) sum += (double) sample * sample;
        return Math.sqrt(sum / samples.length);
    }
}
