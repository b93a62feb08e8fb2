package dev.safelight.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.FileFacts.SoundFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.core.asset.Inspection.Refused;
import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.core.asset.Undecided;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.process.InstalledPrograms;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class MediaInspectorTest {
    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Understood understood(Path file) throws IOException {
        Inspection found = Inspectors.usual().inspect(file);
        assertThat(found).isInstanceOf(Understood.class);
        return (Understood) found;
    }

    private Inspection of(String text) throws IOException {
        return Inspectors.usual().inspect(Files.writeString(file("text"), text));
    }

    @Nested
    class APicture {
        @ParameterizedTest
        @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif", "webp, image/webp"})
        void is_known_by_its_sides(String ending, String type) throws IOException {
            var still = Samples.picture(file("a." + ending), 300, 202, "-frames:v", "1");

            assertThat(understood(still))
                    .isEqualTo(new Understood(type, FileFacts.picture(300, 202)));
        }

        @ParameterizedTest
        @CsvSource({
            "gif, gif, image/gif, 20",
            "png, apng, image/png, 20",
            "webp, webp, image/webp, 11", // its writer joins frames that are alike
        })
        void that_moves_is_known_by_its_frames(
                String ending, String format, String type, long frames) throws IOException {
            var moving = Samples.picture(file("a." + ending), 32, 24, "-f", format);

            var known = understood(moving);

            assertThat(known.contentType()).isEqualTo(type);
            assertThat(known.facts().frames()).isEqualTo(frames);
        }

        /** As cameras turn them, by what they write and not by its pixels. */
        @ParameterizedTest
        @CsvSource({"1, 300, 202", "3, 300, 202", "6, 202, 300", "8, 202, 300", "9, 300, 202"})
        void is_told_as_it_is_shown(int code, int width, int height) throws IOException {
            var plain = Samples.picture(file("a.jpg"), 300, 202, "-frames:v", "1");

            var turned = Cameras.turned(plain, file("b.jpg"), code);

            assertThat(understood(turned).facts()).isEqualTo(FileFacts.picture(width, height));
        }

        @ParameterizedTest
        @CsvSource({"png", "jpg", "gif", "webp"})
        void that_is_cut_off_anywhere_in_its_beginning_is_damaged(String ending)
                throws IOException {
            var whole = Files.readAllBytes(
                    Samples.picture(file("a." + ending), 40, 30, "-frames:v", "1"));

            for (int length = 12; length < 24; length++) {
                var cut = Files.write(file("cut"), Arrays.copyOf(whole, length));
                assertThat(Inspectors.usual().inspect(cut))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                it -> assertThat(it.reason()).isEqualTo(Reason.DAMAGED));
            }
        }
    }

    @Nested
    class AnSvg {
        private @Nullable Integer[] sides(String attributes) throws IOException {
            var facts = ((Understood) of("<svg " + attributes + "/>")).facts();
            return new Integer[] {facts.width(), facts.height()};
        }

        @Test
        void is_known_by_plain_numbers() throws IOException {
            assertThat(sides("width='20' height='30px'")).containsExactly(20, 30);
            assertThat(sides("viewBox='0 0 40.4 50'")).containsExactly(40, 50);
            assertThat(sides("width='100%' height='30' viewBox='0,0,7,8'")).containsExactly(7, 8);
        }

        @Test
        void may_say_nothing_of_its_sides() throws IOException {
            assertThat(sides("width='2em' height='3em'")).containsExactly(null, null);
            assertThat(sides("viewBox='0 0 0 0'")).containsExactly(null, null);
        }

        @Test
        void may_begin_with_a_declaration_a_comment_or_a_prefix() throws IOException {
            var svg = "<?xml version='1.0' encoding='UTF-8'?>\n<!-- a -->\n"
                    + "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='2' height='3'/>";

            assertThat(of(svg))
                    .isEqualTo(new Understood(
                            "image/svg+xml", new FileFacts(2, 3, null, null, null, List.of())));
        }

        @Test
        void of_another_name_space_is_none() throws IOException {
            assertThat(of("<svg xmlns='urn:other'/>"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN_TYPE));
        }
    }

    @Nested
    class AClip {
        @ParameterizedTest
        @CsvSource({
            "a.webm, libvpx-vp9, libopus, video/webm, vp9, opus",
            "a.mp4, mpeg4, aac, video/mp4, mpeg4, aac",
        })
        void is_known_by_all_that_prices_go_by(
                String name, String video, String audio, String type, String first, String second)
                throws IOException {
            var clip = Samples.clip(file(name), "-c:v", video, "-c:a", audio, "-b:v", "100k");

            var known = understood(clip);

            var facts = known.facts();
            assertThat(known.contentType()).isEqualTo(type);
            assertThat(facts.width()).isEqualTo(320);
            assertThat(facts.height()).isEqualTo(240);
            assertThat(facts.seconds()).isCloseTo(2, within(0.1));
            assertThat(facts.sound()).isEqualTo(new SoundFacts(1, 48_000));
            assertThat(facts.codecs()).containsExactly(first, second);
        }

        @Test
        void without_pictures_is_sound() throws IOException {
            var sound = Samples.sound(file("a.mp4"), "-c:a", "aac");

            assertThat(understood(sound).contentType()).isEqualTo("audio/mp4");
        }

        @Test
        void that_is_turned_is_told_as_it_is_shown() throws IOException {
            var plain = Samples.clip(file("a.mp4"), "-c:v", "mpeg4", "-c:a", "aac");
            var turned = Samples.turned(plain, file("b.mp4"));

            assertThat(understood(turned).facts().width()).isEqualTo(240);
            assertThat(understood(turned).facts().height()).isEqualTo(320);
        }

        @Test
        void that_is_longer_than_is_worked_on_is_too_much() throws IOException {
            var clip = Samples.sound(file("a.mp3"), "-c:a", "libmp3lame");
            var limits = new Limits(9, 9, 9, Duration.ofSeconds(1));

            assertThat(new MediaInspector(Inspectors.FFMPEG, limits).inspect(clip))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            it -> assertThat(it.reason()).isEqualTo(Reason.TOO_MUCH));
        }
    }

    @Nested
    class ASound {
        @ParameterizedTest
        @CsvSource({
            "a.wav, pcm_s16le, audio/wav, pcm_s16le",
            "a.wav, pcm_f32le, audio/wav, pcm_f32le",
            "a.flac, flac, audio/flac, flac",
            "a.mp3, libmp3lame, audio/mpeg, mp3",
            "a.ogg, libopus, audio/ogg, opus",
        })
        void is_known_by_its_length_and_rate(String name, String encoder, String type, String codec)
                throws IOException {
            var sound = Samples.sound(file(name), "-c:a", encoder);

            var known = understood(sound);

            var facts = known.facts();
            assertThat(known.contentType()).isEqualTo(type);
            assertThat(facts.seconds()).isCloseTo(2, within(0.1));
            assertThat(facts.sound()).isEqualTo(new SoundFacts(1, 48_000));
            assertThat(facts.codecs()).containsExactly(codec);
            assertThat(facts.width()).isNull();
        }

        @Test
        void of_mp3_needs_no_tag() throws IOException {
            var sound = Samples.sound(
                    file("a.mp3"), "-c:a", "libmp3lame", "-id3v2_version", "0", "-write_xing", "0");

            assertThat(understood(sound).contentType()).isEqualTo("audio/mpeg");
        }
    }

    @Nested
    class WhatIsRefused {
        @Test
        void is_told_in_words_that_name_what_is_taken() throws IOException {
            assertThat(of("hello"))
                    .isEqualTo(new Refused(
                            Reason.UNKNOWN_TYPE,
                            "The file is of no type that is taken. These are: PNG, JPEG, GIF, WebP,"
                                    + " SVG, MP4, WebM, WAV, FLAC, MP3, Ogg, PDF."));
        }

        @Test
        void is_never_repeated_to_whoever_reads_it() throws IOException {
            var marked = "<svg xmlns='a<script>'";

            assertThat(((Refused) of(marked)).message()).doesNotContain("script");
        }
    }

    @Test
    void a_pdf_is_one_by_both_its_ends() throws IOException {
        var pdf = "%PDF-1.4\n" + "x".repeat(9_000) + "\nstartxref\n0\n%%EOF";

        assertThat(of(pdf)).isEqualTo(new Understood("application/pdf", FileFacts.NONE));
        assertThat(of(pdf.substring(0, 8_000))).isInstanceOf(Refused.class);
    }

    @Test
    void its_name_says_nothing() throws IOException {
        var file = Files.write(file("a.png"), "RIFF".getBytes(StandardCharsets.US_ASCII));

        assertThat(Inspectors.usual().inspect(file)).isInstanceOf(Refused.class);
    }

    @Nested
    class WhereNoProgramRuns {
        private Inspection without(Path clip, InstalledPrograms installed) throws IOException {
            var taken = Files.writeString(file("in-the-way"), "").resolve("ffmpeg");
            var ffmpeg = new Ffmpeg(List.of(taken), installed, () -> Instant.EPOCH);
            return new MediaInspector(ffmpeg, Limits.USUAL).inspect(clip);
        }

        @Test
        void a_clip_is_refused_with_what_to_do() throws IOException {
            var clip = Samples.picture(file("a.mp4"), 64, 64, "-frames:v", "1");

            assertThat(without(clip, InstalledPrograms.on("")))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(Reason.NO_PROGRAM);
                        assertThat(refused.message()).contains("install ffmpeg");
                    });
        }

        @Test
        void in_time_nothing_is_said_of_it() throws IOException {
            var clip = Samples.picture(file("a.mp4"), 64, 64, "-frames:v", "1");
            for (var name : List.of("ffprobe", "ffmpeg")) {
                var program = Files.writeString(
                        file(name), "#!/bin/sh\n[ \"$1\" = -version ] || kill -STOP $$\n");
                Files.setPosixFilePermissions(
                        program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }

            assertThatThrownBy(() -> without(clip, InstalledPrograms.on(folder.toString())))
                    .isInstanceOf(Undecided.class);
        }
    }
}
