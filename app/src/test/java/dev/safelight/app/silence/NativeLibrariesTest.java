package dev.safelight.app.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibrariesTest {
    /**
     * Another one belongs here once {@link SilenceTest} has it do its work, and into {@link
     * NativeLibraries#LOADED} or what its programs load, so that the proof cannot pass without it.
     */
    @Test
    void each_is_known_and_tried_in_silence() throws Exception {
        assertThat(NativeLibraries.jars()).containsExactly("ffmpeg", "onnxruntime", "sqlite-jdbc");
        assertThat(NativeLibraries.LOADED).hasSize(2);
        assertThat(NativeLibraries.LOADED_BY_PROGRAMS).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "onnxruntime-1.29.0.jar, onnxruntime",
        "sqlite-jdbc-3.53.4.0.jar, sqlite-jdbc",
        "speaker.jar, speaker.jar",
        "speaker-SNAPSHOT.jar, speaker-SNAPSHOT.jar",
        "speaker-v2.jar, speaker-v2.jar",
        "speaker_2.1.jar, speaker_2.1.jar",
    })
    void none_goes_unseen_for_want_of_a_version(String file, String name) {
        assertThat(NativeLibraries.name(file)).isEqualTo(name);
    }
}
