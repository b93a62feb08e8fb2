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
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class SpeechEngineTest {
    @Nested
    class WithTheDefaultVoice {
        private static SpeechEngine engine;

        @BeforeAll
        static void load() {
            engine = SpeechFixture.engine("joe-voice", "cmu-dictionary");
        }

        @Test
        void joe_is_the_first_voice() {
            assertThat(engine.list()).first().extracting(Voice::id).isEqualTo("joe");
        }

        @Test
        void a_sentence_becomes_a_wav_that_says_who_spoke() throws Exception {
            Made made = engine.render(SpeechFixture.job("Hello there."), new SpeechFixture.Watch());

            assertThat(made.files().getFirst().contentType()).isEqualTo("audio/wav");
            assertThat(made.tierOr(engine.tier())).isEqualTo(Tier.PACK);
            assertThat(made.facts().path("model").asString()).isEqualTo("joe");
            assertThat(made.facts().path("digest").asString()).startsWith("sha256:");
            assertThat(made.facts().path("wordTimes").asString()).isEqualTo("exact");
        }

        @Test
        void the_same_text_is_the_same_sound_each_time() throws Exception {
            Made first =
                    engine.render(SpeechFixture.job("The 3rd of May."), new SpeechFixture.Watch());
            Made second =
                    engine.render(SpeechFixture.job("The 3rd of May."), new SpeechFixture.Watch());

            assertThat(first.facts().path("repeatable").asBoolean()).isTrue();
            assertThat(bytes(second.files().getFirst()))
                    .isEqualTo(bytes(first.files().getFirst()));
        }

        @Test
        void word_times_rise_and_stay_within_the_sound() throws Exception {
            MadeFile file = engine.render(
                            SpeechFixture.job("It costs $5, he said. Yes!"),
                            new SpeechFixture.Watch())
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
                            SpeechFixture.job("Hello.", "format", "flac"),
                            new SpeechFixture.Watch())
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

            // No symbol lasts less than a frame, so it is not exact.
            assertThat(slow / normal).isBetween(1.4, 2.6);
            assertThat(normal / fast).isBetween(1.25, 2.6);
        }

        @Test
        void nothing_clips_and_nothing_is_silent() throws Exception {
            MadeFile file = engine.render(
                            SpeechFixture.job("How loud is this?"), new SpeechFixture.Watch())
                    .files()
                    .getFirst();

            int peak = 0;
            for (short sample : sound(file).samples()) peak = Math.max(peak, Math.abs(sample));
            assertThat(peak).isBetween(6_000, 32_000);
        }

        @Test
        void progress_is_told_before_each_line() throws Exception {
            SpeechFixture.Watch watch = new SpeechFixture.Watch();

            engine.render(SpeechFixture.job("One. Two. Three. Four."), watch);

            assertThat(watch.progress).containsExactly(1, 25, 50, 75);
        }

        @Test
        void a_stop_is_heard_between_lines() {
            SpeechFixture.Watch watch = new SpeechFixture.Watch().stoppingAfter(2);

            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() ->
                            engine.render(SpeechFixture.job("One. Two. Three. Four."), watch));
            assertThat(watch.progress).containsExactly(1, 25);
        }

        @Test
        void a_stop_ends_a_line_in_the_middle() {
            SpeechFixture.Watch watch = new SpeechFixture.Watch().stoppingAfter(1);

            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> engine.render(SpeechFixture.job("It has one line."), watch));
            assertThat(watch.progress).containsExactly(1);
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

        @ParameterizedTest
        @ValueSource(
                strings = {"7777777 ", "$7777777.77 ", "WWW WWWW ", "7/7/1777 ", "7.77777 ", "77% "
                })
        void a_text_that_its_deadline_cannot_hold_is_refused_before_a_word_is_said(String unit) {
            SpeechFixture.Watch watch = new SpeechFixture.Watch();
            EngineFailure failure = catchThrowableOfType(
                    EngineFailure.class,
                    () -> engine.render(SpeechFixture.job(longest(unit)), watch));

            assertThat(failure.failure().code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failure.failure().retryable()).isFalse();
            assertThat(failure.isPassing()).isFalse();
            assertThat(failure).hasMessageContaining("parts");
            assertThat(watch.progress).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.5", "1", "2"})
        void the_longest_prose_is_begun_at_any_speed(String speed) {
            SpeechFixture.Watch watch = new SpeechFixture.Watch().stoppingAfter(2);
            String text = longest("The train was late again, and everyone was angry about it. ");

            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(
                            () -> engine.render(SpeechFixture.job(text, "speed", speed), watch));
        }

        private double seconds(String... pairs) throws Exception {
            String text = "The quick brown fox jumped over the lazy dog and went home.";
            return engine.render(SpeechFixture.job(text, pairs), new SpeechFixture.Watch())
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
        void a_text_that_it_cannot_say_in_time_is_refused_before_a_word_is_said() {
            SpeechEngine engine = SpeechFixture.engine("kokoro-voices", "cmu-dictionary");
            String story = longest("She opened the window because the room was too warm. ");

            for (int length : new int[] {20_000, 10_000, 6_000}) {
                EngineFailure failure =
                        failure(engine, story.substring(0, length), "voiceId", "jm_kumo");
                assertThat(failure.failure().code()).isEqualTo(FailureCode.INVALID_INPUT);
                assertThat(failure.failure().retryable()).isFalse();
            }
            SpeechFixture.Watch watch = new SpeechFixture.Watch().stoppingAfter(1);
            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> engine.render(
                            SpeechFixture.job(story.substring(0, 4_000), "voiceId", "jm_kumo"),
                            watch));
        }

        @Test
        void its_voices_speak_at_their_own_rate_and_time_their_words() throws Exception {
            SpeechEngine engine = SpeechFixture.engine("kokoro-voices", "cmu-dictionary");

            MadeFile file = engine.render(
                            SpeechFixture.job("Good morning.", "voiceId", "jm_kumo"),
                            new SpeechFixture.Watch())
                    .files()
                    .getFirst();

            assertThat(file.facts().path("sampleRate").asInt()).isEqualTo(24_000);
            assertThat(file.facts().path("words").size()).isEqualTo(2);
            assertThat(file.facts().path("seconds").asDouble()).isBetween(0.5, 4.0);
        }
    }

    /** As many characters as the tool takes. */
    private static String longest(String unit) {
        return unit.repeat(20_000 / unit.length() + 1).substring(0, 20_000);
    }

    private static EngineFailure failure(SpeechEngine engine, String text, String... pairs) {
        return catchThrowableOfType(
                EngineFailure.class,
                () -> engine.render(SpeechFixture.job(text, pairs), new SpeechFixture.Watch()));
    }

    private static Sound sound(MadeFile file) throws IOException {
        return Wav.decode(bytes(file));
    }

    private static byte[] bytes(MadeFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return in.readAllBytes();
        }
    }
}
