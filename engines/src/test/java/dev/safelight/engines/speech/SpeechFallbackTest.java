package dev.safelight.engines.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.task.FailureCode;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;

/** What stands in for the default voice where it is missing, and what is told then. */
class SpeechFallbackTest {
    @TempDir
    private Path folder;

    @Nested
    class WithoutAnything {
        @Test
        void no_voice_is_listed() {
            assertThat(bare(SpeechFixture.NO_PROGRAMS).list()).isEmpty();
        }

        @Test
        void the_failure_names_the_command_that_helps() {
            EngineFailure failure = failure(bare(SpeechFixture.NO_PROGRAMS), "Hello.");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failure.failure().retryable()).isFalse();
            assertThat(failure.isPassing()).isFalse();
            assertThat(failure).hasMessageContaining("./safelight packs install joe-voice");
        }

        @Test
        void asking_for_a_voice_of_ours_names_its_pack() {
            assertThat(failure(bare(SpeechFixture.NO_PROGRAMS), "Hello.", "voiceId", "jm_kumo"))
                    .hasMessageContaining("./safelight packs install kokoro-voices");
        }

        @Test
        void a_voice_without_the_dictionary_does_not_guess() throws IOException {
            Files.createDirectories(folder.resolve("joe-voice"));
            Files.createFile(folder.resolve("joe-voice/en_US-joe-medium.onnx"));

            assertThat(failure(bare(SpeechFixture.NO_PROGRAMS), "Hello.", "voiceId", "joe"))
                    .hasMessageContaining("./safelight packs install cmu-dictionary");
        }

        @Test
        void a_voice_of_another_language_names_the_program_that_it_reads_with() throws IOException {
            Files.createDirectories(folder.resolve("voices"));
            Files.createFile(folder.resolve("voices/de_DE-anna.onnx"));
            Files.writeString(
                    folder.resolve("voices/de_DE-anna.onnx.json"),
                    "{\"language\": {\"code\": \"de_DE\"}, \"phoneme_id_map\": {\"a\": [1]}}");

            EngineFailure failure =
                    failure(bare(SpeechFixture.NO_PROGRAMS), "Hallo.", "voiceId", "de_DE-anna");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("espeak-ng");
        }

        @Test
        void a_damaged_voice_is_to_be_installed_again() throws IOException {
            Files.createDirectories(folder.resolve("joe-voice"));
            Files.writeString(folder.resolve("joe-voice/en_US-joe-medium.onnx"), "not a model");
            Files.writeString(
                    folder.resolve("joe-voice/en_US-joe-medium.onnx.json"),
                    "{\"phoneme_id_map\": {\"a\": [1]}}");
            Files.createDirectories(folder.resolve("cmu-dictionary"));
            Files.writeString(folder.resolve("cmu-dictionary/index.js"), "  \"a\": \"AH0\",\n");

            EngineFailure failure = failure(bare(SpeechFixture.NO_PROGRAMS), "Hello.");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("./safelight packs install joe-voice");
        }
    }

    @Nested
    class WithAnInstalledProgram {
        @Test
        void it_speaks_and_the_result_says_so() throws Exception {
            String programs = program("flite", "cp sound.wav \"$8\"", 0);

            Made made = bare(programs)
                    .render(SpeechFixture.job("Hello."), new SpeechFixture.Watch(folder));

            assertThat(made.tierOr(Tier.PACK)).isEqualTo(Tier.PROGRAM);
            assertThat(made.facts().path("program").asString()).isEqualTo("flite");
            assertThat(made.facts().path("fallback").asString())
                    .contains("./safelight packs install joe-voice");
            assertThat(sound(made.files().getFirst()).samples()).hasSize(1600);
        }

        @Test
        void it_can_be_chosen_by_name_and_is_then_no_fallback() throws Exception {
            String programs = program("espeak-ng", "cp sound.wav \"${10}\"", 0);
            SpeechEngine engine = bare(programs);
            assertThat(engine.list()).extracting(Voice::id).containsExactly("espeak-ng");

            Made made = engine.render(
                    SpeechFixture.job("Hello.", "voiceId", "espeak-ng"),
                    new SpeechFixture.Watch(folder));

            assertThat(made.facts().has("fallback")).isFalse();
        }

        @Test
        void it_speaks_the_languages_that_it_has_and_names_them_for_others() throws Exception {
            SpeechEngine engine = bare(program("espeak-ng", "cp sound.wav \"${10}\"", 0));

            Made made = engine.render(
                    SpeechFixture.job("Hello.", "language", "en-GB"),
                    new SpeechFixture.Watch(folder));
            assertThat(made.tierOr(Tier.PACK)).isEqualTo(Tier.PROGRAM);

            for (String[] voice : new String[][] {{}, {"voiceId", "espeak-ng"}}) {
                var pairs = Stream.concat(Stream.of("language", "fr"), Arrays.stream(voice));
                EngineFailure failure = failure(engine, "Salut.", pairs.toArray(String[]::new));
                assertThat(failure.failure().code()).isEqualTo(FailureCode.INVALID_INPUT);
                assertThat(failure).hasMessageContaining("fr").hasMessageContaining("speak en");
            }
        }

        @Test
        void it_may_be_asked_for_several_files_of_the_same_speech() throws Exception {
            SpeechEngine engine = bare(program("flite", "cp sound.wav \"$8\"", 0));
            var job = SpeechFixture.job("Hello.");
            ((ObjectNode) job.input()).put("numResults", 3);

            Made made = engine.render(job, new SpeechFixture.Watch(folder));

            assertThat(made.files()).hasSize(3);
            for (var file : made.files()) assertThat(sound(file).samples()).hasSize(1600);
        }

        @Test
        void a_bad_end_of_it_may_be_tried_again() throws Exception {
            EngineFailure failure = failure(bare(program("flite", "", 3)), "Hello.");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_CRASHED);
            assertThat(failure.isPassing()).isTrue();
        }

        @Test
        void a_stop_ends_it() throws Exception {
            SpeechEngine engine = bare(program("flite", "exec sleep 600", 0));

            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> engine.render(
                            SpeechFixture.job("Hello."),
                            new SpeechFixture.Watch(folder).stoppingAfter(1)));
        }

        private String program(String name, String deed, int code) throws IOException {
            Sound sound = new Sound(16_000);
            sound.addSilence(0.1);
            Files.write(folder.resolve("sound.wav"), Wav.encode(sound));
            Path program = folder.resolve(name);
            Files.writeString(
                    program,
                    "#!/bin/bash\ncd \"$(dirname \"$0\")\"\n" + deed + "\nexit " + code + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder.toString();
        }
    }

    private SpeechEngine bare(String searchPath) {
        return new SpeechEngine(new Packs(folder), folder.resolve("voices"), searchPath);
    }

    private EngineFailure failure(SpeechEngine engine, String text, String... pairs) {
        return catchThrowableOfType(
                EngineFailure.class,
                () -> engine.render(
                        SpeechFixture.job(text, pairs), new SpeechFixture.Watch(folder)));
    }

    private static Sound sound(MadeFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return Wav.decode(in.readAllBytes());
        }
    }
}
