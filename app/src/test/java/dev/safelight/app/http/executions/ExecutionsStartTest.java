package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code POST /v1/tools/<tool>}. */
class ExecutionsStartTest extends InExecutions {
    /** What seed 002 lists in its sidebar, and what later documents add. */
    private static final Set<String> TOOLS = Set.of(
            "generate-image",
            "generate-video-clip",
            "text-to-speech",
            "generate-sound-effect",
            "generate-music",
            "generate-avatar",
            "vectorize-image",
            "remove-image-background",
            "remove-video-background",
            "upscale-image",
            "upscale-video",
            "image-3d-effect",
            "edit-image");

    private static List<Alias> tools() {
        return Catalog.load().aliases("executions").stream()
                .filter(alias -> !alias.data().path("workflow").asBoolean(false))
                .toList();
    }

    @Nested
    class OfEveryTool {
        @Test
        void that_the_documents_list_is_there() {
            assertThat(tools()).extracting(Alias::name).containsExactlyInAnyOrderElementsOf(TOOLS);
        }

        @Test
        void answers_202_and_nothing_but_the_id() throws IOException {
            String image = file("image/png", "a.png");
            String video = file("video/mp4", "a.mp4");
            String audio = file("audio/wav", "a.wav");
            for (var tool : tools()) {
                for (var example : tool.docs().examples()) {
                    String input = example.toString()
                            .replaceAll("(\"image[A-Za-z]*\":\"?\\[?\"?)vg_file_\\w+", "$1" + image)
                            .replaceAll("(\"video[A-Za-z]*\":\"?\\[?\"?)vg_file_\\w+", "$1" + video)
                            .replaceAll(
                                    "(\"audio[A-Za-z]*\":\"?\\[?\"?)vg_file_\\w+", "$1" + audio);
                    String id = caller.started(tool.name(), input);
                    var shown = caller.execution(id);
                    assertThat(shown.get("toolType").asString())
                            .isEqualTo(tool.name().toUpperCase(Locale.ROOT).replace('-', '_'));
                    assertThat(shown.get("status").asString()).isEqualTo("pending");
                    caller.cancel(id);
                }
            }
        }
    }

    @Nested
    class WithFieldsOfTwoNames {
        @Test
        void takes_either_and_both_when_they_are_equal() throws IOException {
            String file = file("image/png", "a.png");
            for (var input : List.of(
                    "{\"imageStorageFileId\":\"%s\"}",
                    "{\"imageFileId\":\"%s\"}",
                    "{\"imageStorageFileId\":\"%s\",\"imageFileId\":\"%1$s\"}"))
                caller.cancel(caller.started("upscale-image", input.formatted(file)));
        }

        @Test
        void refuses_two_that_differ_and_names_both() throws IOException {
            String one = file("image/png", "a.png");
            String two = file("image/png", "b.png");
            var answer = caller.start(
                    "upscale-image",
                    "{\"imageStorageFileId\":\"" + one + "\",\"imageFileId\":\"" + two + "\"}");
            assertThat(told(answer)).isEqualTo("400 invalid_parameters");
            assertThat(answer.body()).contains("'imageStorageFileId'").contains("'imageFileId'");
        }
    }

    @Nested
    class UnderAnIdempotencyKey {
        private static final String[] KEY = {"Idempotency-Key", "one"};

        @Test
        void is_repeated_word_for_word() {
            var first = caller.start("generate-image", CAT, KEY);
            var again = caller.start("generate-image", " " + CAT, KEY);
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        }

        @Test
        void is_another_request_for_another_tool_or_in_another_dialect() {
            String one = caller.started("generate-music", CAT, KEY);
            String two = caller.started("generate-sound-effect", CAT, KEY);
            assertThat(two).isNotEqualTo(one);
            var other = client.data("generate-music", CAT, KEY);
            assertThat(other.get("taskId").asString()).doesNotContain(one.substring(8));
        }

        @Test
        void refuses_other_words() {
            caller.started("generate-image", CAT, KEY);
            var answer = caller.start("generate-image", "{\"prompt\":\"A dog\"}", KEY);
            assertThat(told(answer)).isEqualTo("422 idempotency_conflict");
        }

        @Test
        void takes_another_spelling_of_a_voice_for_the_same_request() {
            String one = caller.started(
                    "text-to-speech", "{\"ttsText\":\"a\",\"voiceId\":\"vg_voic_joe\"}", KEY);
            String two = caller.started(
                    "text-to-speech", "{\"ttsText\":\"a\",\"voiceId\":\"joe\"}", KEY);
            assertThat(two).isEqualTo(one);
        }
    }

    @Nested
    class WithMoreFields {
        @Test
        void ignores_those_that_it_does_not_know() {
            caller.started(
                    "generate-image",
                    "{\"prompt\":\"a\",\"hideFromUi\":true,\"entityIds\":[\"x\"],\"n\":null}");
        }

        @Test
        void takes_those_that_every_submit_has() {
            caller.started(
                    "generate-image",
                    "{\"prompt\":\"a\",\"priority\":9,\"startDeadlineSeconds\":60,"
                            + "\"runDeadlineSeconds\":60,\"metadata\":{\"order\":\"17\"}}");
        }

        @Test
        void refuses_a_stamped_watermark_but_takes_the_others() {
            for (var mode : List.of("AUTO", "NONE"))
                caller.started(
                        "generate-image", "{\"prompt\":\"a\",\"watermarkMode\":\"" + mode + "\"}");
            var answer = caller.start(
                    "generate-image", "{\"prompt\":\"a\",\"watermarkMode\":\"VIDEO_GEN\"}");
            assertThat(told(answer)).isEqualTo("400 invalid_parameters");
        }

        @Test
        void answers_at_once_whatever_is_preferred() {
            var answer = caller.start("generate-image", CAT, "Prefer", "wait=60");
            assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        }
    }

    @Test
    void without_the_credits_is_refused_with_429_and_a_time() {
        String dear = "{\"prompt\":\"a\",\"quality\":\"MAX\",\"numResults\":100}";
        assertThat(told(caller.start("generate-image", dear)))
                .isEqualTo("429 insufficient_credits");
    }

    @Test
    void of_a_tool_that_is_not_there_names_the_nearest() {
        assertThat(told(caller.start("generate-imagee", CAT))).isEqualTo("404 not_found");
        assertThat(caller.start("generate-imagee", CAT).body()).contains("'generate-image'");
        assertThat(told(caller.start("script-to-video", CAT))).isEqualTo("404 not_found");
        assertThat(told(caller.start("generate-motion-graphic", CAT))).isEqualTo("404 not_found");
        assertThat(told(caller.get("/v1/tools/generate-image")))
                .isEqualTo("405 method_not_allowed");
    }
}
