package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.ExecutionsContract;
import dev.safelight.app.live.Wire;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Files, voices, the caller, and what is refused by name until it exists. */
class ExecutionsResourcesTest extends InExecutions {

    @Nested
    class AFile {
        @Test
        void is_shown_and_hydrated_with_ready_sources() throws IOException {
            var result = made("image/png", "a.png").get("results").get(0);
            String id = result.get("fileId").asString();
            var shown = caller.found("/v1/files/" + id);
            var alike = (ObjectNode) shown.deepCopy();
            alike.remove("fileAnalysisMetadata");
            assertThat(alike).isEqualTo(result.get("file"));
            var hydrated = Client.json(caller.post("/v1/files/" + id + "/hydrate"));
            assertThat(hydrated).isEqualTo(shown);
            assertThat(shown.at("/downloadSource/status").asString()).isEqualTo("ready");
            assertThat(shown.at("/fileAnalysisMetadata/analysisLoadingState").asString())
                    .isEqualTo("LOADING");
            assertThat(caller.found("/v1/files/asset_" + id.substring(8))).isEqualTo(shown);
        }

        @Test
        void that_was_wanted_for_a_while_says_so() throws IOException {
            String id = caller.started(
                    "generate-image", "{\"prompt\":\"a\",\"isOutputTemporary\":true}");
            hand.finish(hand.take(EngineName.ILLUSTRATOR), 1, Duration.ofDays(1));
            String file = caller.execution(id).at("/results/0/fileId").asString();
            var shown = caller.found("/v1/files/" + file);
            assertThat(shown.get("scope").asString()).isEqualTo("TEMPORARY");
        }

        @Test
        void that_is_absent_anothers_or_no_file_is_told_apart_as_documented() throws IOException {
            String id = file("image/png", "a.png");
            var strange = other.get("/v1/files/" + id);
            var absent = other.get("/v1/files/vg_file_" + ABSENT);
            assertThat(told(strange)).isEqualTo("404 not_found");
            assertThat(strange.body().replaceAll("req_\\w+", ""))
                    .isEqualTo(absent.body().replaceAll("req_\\w+", ""));
            assertThat(told(caller.get("/v1/files/vg_tool_" + ABSENT))).isEqualTo("400 invalid_id");
            assertThat(told(caller.post("/v1/files/x/hydrate"))).isEqualTo("400 invalid_id");
        }

        @Test
        void that_is_named_in_a_start_must_be_one_of_the_account() throws IOException {
            String id = file("image/png", "a.png");
            String input = "{\"imageFileId\":\"%s\"}";
            assertThat(told(caller.start("upscale-image", input.formatted("nonsense"))))
                    .isEqualTo("400 invalid_id");
            assertThat(told(caller.start(
                            "generate-image",
                            "{\"prompt\":\"a\",\"imageFileIds\":[\"vg_tool_" + ABSENT + "\"]}")))
                    .isEqualTo("400 invalid_id");
            assertThat(told(other.start("upscale-image", input.formatted(id))))
                    .isEqualTo("404 not_found");
            assertThat(told(caller.start("upscale-video", "{\"videoFileId\":\"" + id + "\"}")))
                    .isEqualTo("400 invalid_parameters");
        }
    }

    @Nested
    class Voices {
        @Test
        void are_listed_with_ids_that_speech_takes_back() {
            var page = caller.found("/v1/resources/tts-voices?includeDeprecatedVoices=true");
            JsonNode voice = page.get("ttsVoices").get(0);
            assertThat(voice.get("voiceId").asString()).isEqualTo("vg_voic_joe");
            assertThat(voice.get("displayGender").asString()).isEqualTo("MALE");
            for (var id : List.of("vg_voic_joe", "joe"))
                caller.started("text-to-speech", "{\"ttsText\":\"a\",\"voiceId\":\"" + id + "\"}");
        }

        @Test
        void are_found_by_their_names_and_paged() {
            assertThat(caller.found("/v1/resources/tts-voices?query=JOE").get("ttsVoices"))
                    .hasSize(1);
            assertThat(caller.found("/v1/resources/tts-voices?query=ann").get("ttsVoices"))
                    .isEmpty();
            assertThat(told(caller.get("/v1/resources/tts-voices?limit=0")))
                    .isEqualTo("400 invalid_parameters");
        }

        @Test
        void go_page_by_page_and_each_is_there_once() {
            server.voices.add(new Voice("ana", "Ana", "es-ES", "female", "a", "CC0-1.0"));
            server.voices.add(new Voice("bo", "Bo", "en-GB", "neutral", "b", "CC0-1.0"));
            String path = "/v1/resources/tts-voices?limit=2";
            var first = caller.found(path);
            var rest = caller.found(path + "&cursor=" + first.get("nextCursor").asString());
            assertThat(first.get("ttsVoices")).hasSize(2);
            assertThat(rest.at("/ttsVoices/0/voiceId").asString()).isEqualTo("vg_voic_bo");
            assertThat(rest.get("hasMore").asBoolean()).isFalse();
            var languages = caller.found("/v1/resources/languages").get("languages");
            assertThat(languages).hasSize(2);
        }

        @Test
        void tell_the_languages() {
            var languages = caller.found("/v1/resources/languages").get("languages");
            assertThat(languages).hasSize(1);
            assertThat(languages.get(0).get("name").asString()).isEqualTo("English");
            assertThat(caller.found("/v1/resources/languages?query=fr").get("languages"))
                    .isEmpty();
        }
    }

    @Test
    void the_caller_is_told_apart_from_others() {
        var me = caller.found("/v1/me");
        var others = other.found("/v1/me");
        for (var name : List.of("apiKeyId", "email", "teamId"))
            assertThat(me.get(name)).isNotEqualTo(others.get(name));
    }

    @Test
    void the_caller_is_told_the_label_of_the_key_as_of_now() {
        var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"robot\"}");
        var robot = new ExecutionsClient(
                new Client(server.http.port(), made.get("key").asString()));
        assertThat(robot.found("/v1/me").get("apiKeyNickname").asString()).isEqualTo("robot");
        var path = "/api/v1/api-keys/" + made.at("/apiKey/id").asString();
        client.done("PATCH", path, "{\"label\":\"night shift\"}");
        var me = robot.found("/v1/me");
        assertThat(me.get("apiKeyNickname").asString()).isEqualTo("night shift");
        assertThat(me.get("displayName").asString()).isEqualTo("first");
    }

    @Test
    void lists_of_what_nothing_makes_yet_are_empty_pages() {
        var lists = Map.of(
                "/v1/resources/avatar-presenters", "avatarPresenters",
                "/v1/projects", "projects",
                "/v1/workflows/runs", "workflowRuns",
                "/v1/entities", "entities");
        lists.forEach((path, name) -> {
            assertThat(caller.found(path + "?limit=500").get(name)).isEmpty();
            assertThat(told(caller.get(path + "?cursor=c1_1_x")))
                    .isEqualTo("400 invalid_parameters");
            assertThat(told(caller.get(path + "?limit=0"))).isEqualTo("400 invalid_parameters");
        });
    }

    @Nested
    class IsRefusedByName {
        @Test
        void what_has_no_engine_yet() {
            for (var path : List.of(
                    "/v1/text/generate",
                    "/v1/entities",
                    "/v1/workflows/script-to-video",
                    "/v1/workflows/voiceover-to-video",
                    "/v1/workflows/slideshow-to-video",
                    "/v1/workflows/storyboard-to-video"))
                assertThat(told(caller.post(path, "{\"prompt\":\"a\"}")))
                        .as(path)
                        .isEqualTo("422 engine_unavailable");
        }

        @Test
        void what_does_not_exist() {
            for (var path : List.of(
                    "/v1/tools/generate-motion-graphic",
                    "/v1/workflows/prompt-to-video-clip",
                    "/v1/workflows/video-to-video",
                    "/v1/files/import-url",
                    "/v1/assistants",
                    "/v1/assistants/vg_asst_1/messages",
                    "/v1/projects/vg_proj_1/timeline-interchange",
                    "/v1/projects/vg_proj_1/export",
                    "/v1/workflows/runs/vg_work_1/cancel",
                    "/v1/entities/vg_enti_1/archive"))
                assertThat(told(caller.post(path))).as(path).isEqualTo("404 not_found");
            for (var path : List.of(
                    "/v1/files/imports/1",
                    "/v1/projects/vg_proj_1",
                    "/v1/entities/vg_enti_1",
                    "/v1/assistant-messages/1"))
                assertThat(told(caller.get(path))).as(path).isEqualTo("404 not_found");
            assertThat(told(caller.get("/v1/projects/x"))).isEqualTo("400 invalid_id");
        }
    }

    @Nested
    class AnUnknownPath {
        @Test
        void below_the_base_answers_in_this_envelope() {
            assertThat(told(caller.get("/v1"))).isEqualTo("404 not_found");
            assertThat(told(caller.get("/v1/nothing/here"))).isEqualTo("404 not_found");
            assertThat(told(caller.delete("/v1/me"))).isEqualTo("405 method_not_allowed");
        }
    }

    @Nested
    class ACaller {
        @Test
        void whose_body_is_too_long_is_told_before_it_is_read() {
            var reply = wire.send(Wire.head(
                    "/v1/tools/generate-image",
                    "Content-Type: application/json",
                    "Content-Length: 2000000"));
            Wire.refused(reply, 413, "payload_too_large");
            assertThat(ExecutionsContract.faults("ApiError", reply.problem())).isEmpty();
        }

        @Test
        void without_a_key_or_with_a_bad_one_is_401() {
            var path = "/v1/me";
            var none = Client.send(HttpRequest.newBuilder(client.at(path)).build());
            ExecutionsContract.check("GET", path, none);
            assertThat(told(none)).isEqualTo("401 missing_api_key");
            var bad = new ExecutionsClient(new Client(client.port(), "not-a-key-of-anybody"));
            assertThat(told(bad.get(path))).isEqualTo("401 invalid_api_key");
        }

        @Test
        void whose_body_cannot_be_read_is_told_so() {
            for (var body : List.of("{", "[]", "{\"prompt\":1,\"prompt\":2}", "\"a\""))
                assertThat(told(caller.start("generate-image", body)))
                        .as(body)
                        .isEqualTo("400 invalid_parameters");
            var answer = Client.send(client.request("/v1/tools/generate-image")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(CAT))
                    .build());
            ExecutionsContract.check("POST", "/v1/tools/generate-image", answer);
            assertThat(told(answer)).isEqualTo("415 unsupported_media_type");
        }
    }
}
