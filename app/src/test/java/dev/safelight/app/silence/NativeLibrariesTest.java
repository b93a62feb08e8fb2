package dev.safelight.app.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeLibrariesTest {
    /**
     * Another one belongs here once {@link SilenceTest} has it do its work, and into {@link
     * NativeLibraries#LOADED}, so that the proof cannot pass without it.
     */
    @Test
    void each_is_known_and_tried_in_silence() throws Exception {
        assertThat(NativeLibraries.jars()).containsExactly("onnxruntime", "sqlite-jdbc");
        assertThat(NativeLibraries.LOADED).hasSameSizeAs(NativeLibraries.jars());
    }
}
