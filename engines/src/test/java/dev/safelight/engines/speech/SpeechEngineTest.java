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
import dev.safelight.engines.pack.Packs;
import dev.safelight.engines.speech.audio.Sound;
import dev.safelight.engines.speech.audio.Wav;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class SpeechEngineTest {
    @TempDir
    private Path folder;

    @Nested
    class WithTheDefaultVoice {
        private static SpeechEngine engine;

        @BeforeAll
        static void load() {
            engine = Ground.engine("joe-voice", "cmu-dictionary");
        }

        @Test
        void joe_is_the_first_voice() {
            assertThat(engine.list()).first().extracting(Voice::id).isEqualTo("joe");
        }

        @Test
        void a_sentence_becomes_a_wav_that_says_who_spoke() throws Exception {
            Made made = engine.render(Ground.job("Hello there."), new Ground.Watch());

            assertThat(made.files().getFirst().contentType()).isEqualTo("audio/wav");
            assertThat(made.tierOr(engine.tier())).isEqualTo(Tier.PACK);
            assertThat(made.facts().path("model").asString()).isEqualTo("joe");
            assertThat(made.facts().path("digest").asString()).startsWith("sha256:");
            assertThat(made.facts().path("wordTimes").asString()).isEqualTo("exact");
        }

        @Test
        void word_times_rise_and_stay_within_the_sound() throws Exception {
            MadeFile file = engine.render(
                            Ground.job("It costs $5, he said. Yes!"), new Ground.Watch())
                    .files()
                    .getFirst();

            List<JsonNode> words = file.facts().path("words").valueStream().toList();
            assertThat(words)
                    .extracting(word -> word.path("word").asString())
                    .containsExactly("It", "costs", "$5", "he", "said", "Yes");
            double last = 0;
            for (JsonNode word : words) {
                assertThat(word.path("start").asDouble()).isGreaterThanOrEqualTo(last);
                assertThat(word.path("end").asDouble())
                        .isGreaterThan(word.path("start").asDouble());
                last = word.path("end").asDouble();
            }
            assertThat(last).isLessThanOrEqualTo(file.facts().path("seconds").asDouble());
            assertThat(file.facts().path("seconds").asDouble())
                    .isEqualTo(Math.round(sound(file).seconds() * 1e4) / 1e4);
        }

        @Test
        void flac_holds_as_many_samples_as_it_says() throws Exception {
            MadeFile file = engine.render(
                            Ground.job("Hello.", "format", "flac"), new Ground.Watch())
                    .files()
                    .getFirst();

            assertThat(file.contentType()).isEqualTo("audio/flac");
            try (InputStream in = file.content().open()) {
                assertThat(in.readNBytes(4)).isEqualTo("fLaC".getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Test
        void speed_shortens_the_sound_in_proportion() throws Exception {
            double slow = seconds("speed", "0.5");
            double normal = seconds("speed", "1");
            double fast = seconds("speed", "2");

            // No symbol lasts less than a frame and lengths are drawn anew, so it is not exact.
            assertThat(slow / normal).isBetween(1.4, 2.6);
            assertThat(normal / fast).isBetween(1.25, 2.6);
        }

        @Test
        void nothing_clips_and_nothing_is_silent() throws Exception {
            MadeFile file = engine.render(Ground.job("How loud is this?"), new Ground.Watch())
                    .files()
                    .getFirst();

            int peak = 0;
            for (short sample : sound(file).samples()) peak = Math.max(peak, Math.abs(sample));
            assertThat(peak).isBetween(6_000, 32_000);
        }

        @Test
        void progress_is_told_before_each_line() throws Exception {
            Ground.Watch watch = new Ground.Watch();

            engine.render(Ground.job("One. Two. Three. Four."), watch);

            assertThat(watch.progress).containsExactly(0, 25, 50, 75);
        }

        @Test
        void a_stop_is_heard_between_lines() {
            Ground.Watch watch = new Ground.Watch().stoppingAfter(2);

            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> engine.render(Ground.job("One. Two. Three. Four."), watch));
            assertThat(watch.progress).containsExactly(0, 25);
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "...!?", "😀", "\u0000"})
        void a_text_without_words_is_refused(String text) {
            assertThat(failure(engine, text).failure().code()).isEqualTo(FailureCode.INVALID_INPUT);
        }

        @Test
        void an_unknown_voice_is_refused_with_the_nearest_names() {
            EngineFailure failure = failure(engine, "Hello.", "voiceId", "jo");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failure)
                    .hasMessageContaining("there is no voice named jo: the nearest are joe");
        }

        private double seconds(String... pairs) throws Exception {
            String text = "The quick brown fox jumped over the lazy dog and went home.";
            return engine.render(Ground.job(text, pairs), new Ground.Watch())
                    .files()
                    .getFirst()
                    .facts()
                    .path("seconds")
                    .asDouble();
        }
    }

    @Nested
    class WithKokoro {
        @Test
        void its_voices_speak_at_their_own_rate_and_time_their_words() throws Exception {
            SpeechEngine engine = Ground.engine("kokoro-voices", "cmu-dictionary");

            MadeFile file = engine.render(
                            Ground.job("Good morning.", "voiceId", "jm_kumo"), new Ground.Watch())
                    .files()
                    .getFirst();

            assertThat(file.facts().path("sampleRate").asInt()).isEqualTo(24_000);
            assertThat(file.facts().path("words").size()).isEqualTo(2);
            assertThat(file.facts().path("seconds").asDouble()).isBetween(0.5, 4.0);
        }
    }

    @Nested
    class WithoutAnything {
        @Test
        void no_voice_is_listed() {
            assertThat(bare(Ground.NO_PROGRAMS).list()).isEmpty();
        }

        @Test
        void the_failure_names_the_command_that_helps() {
            EngineFailure failure = failure(bare(Ground.NO_PROGRAMS), "Hello.");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failure.failure().retryable()).isFalse();
            assertThat(failure.isPassing()).isFalse();
            assertThat(failure).hasMessageContaining("./safelight packs install joe-voice");
        }

        @Test
        void asking_for_a_voice_of_ours_names_its_pack() {
            assertThat(failure(bare(Ground.NO_PROGRAMS), "Hello.", "voiceId", "jm_kumo"))
                    .hasMessageContaining("./safelight packs install kokoro-voices");
        }

        @Test
        void a_voice_without_the_dictionary_does_not_guess() throws IOException {
            Files.createDirectories(folder.resolve("joe-voice"));
            Files.createFile(folder.resolve("joe-voice/en_US-joe-medium.onnx"));

            assertThat(failure(bare(Ground.NO_PROGRAMS), "Hello.", "voiceId", "joe"))
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
                    failure(bare(Ground.NO_PROGRAMS), "Hallo.", "voiceId", "de_DE-anna");

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

            EngineFailure failure = failure(bare(Ground.NO_PROGRAMS), "Hello.");

            assertThat(failure.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("./safelight packs install joe-voice");
        }
    }

    @Nested
    class WithAnInstalledProgram {
        @Test
        void it_speaks_and_the_result_says_so() throws Exception {
            Programs programs = program("flite", "cp sound.wav \"$8\"", 0);

            Made made = bare(programs).render(Ground.job("Hello."), new Ground.Watch());

            assertThat(made.tierOr(Tier.PACK)).isEqualTo(Tier.PROGRAM);
            assertThat(made.facts().path("program").asString()).isEqualTo("flite");
            assertThat(made.facts().path("fallback").asString())
                    .contains("./safelight packs install joe-voice");
            assertThat(sound(made.files().getFirst()).samples()).hasSize(1600);
        }

        @Test
        void it_can_be_chosen_by_name_and_is_then_no_fallback() throws Exception {
            Programs programs = program("espeak-ng", "cp sound.wav \"${10}\"", 0);
            SpeechEngine engine = bare(programs);
            assertThat(engine.list()).extracting(Voice::id).containsExactly("espeak-ng");

            Made made =
                    engine.render(Ground.job("Hello.", "voiceId", "espeak-ng"), new Ground.Watch());

            assertThat(made.facts().has("fallback")).isFalse();
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
                            Ground.job("Hello."), new Ground.Watch().stoppingAfter(1)));
        }

        private Programs program(String name, String deed, int code) throws IOException {
            Sound sound = new Sound(16_000);
            sound.addSilence(0.1);
            Files.write(folder.resolve("sound.wav"), Wav.encode(sound));
            Path program = folder.resolve(name);
            Files.writeString(
                    program,
                    "#!/bin/bash\ncd \"$(dirname \"$0\")\"\n" + deed + "\nexit " + code + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Programs(List.of(folder));
        }
    }

    private SpeechEngine bare(Programs programs) {
        return new SpeechEngine(new Packs(folder), folder.resolve("voices"), programs);
    }

    private static EngineFailure failure(SpeechEngine engine, String text, String... pairs) {
        return catchThrowableOfType(
                EngineFailure.class,
                () -> engine.render(Ground.job(text, pairs), new Ground.Watch()));
    }

    private static Sound sound(MadeFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return Wav.decode(in.readAllBytes());
        }
    }
}
