package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** {@code /v1/models}: what is there, and who makes it. */
class TasksModelsTest extends TasksOverTheWire {
    private static final String[] DOCUMENTED_FIELDS = {
        "id",
        "object",
        "owned_by",
        "family",
        "capabilities",
        "context_window",
        "max_output_tokens",
        "input_modalities",
        "output_modalities",
        "pricing_url",
        "created"
    };

    private JsonNode listed(String query) {
        var list = client.done("GET", "/v1/models" + query, "");
        assertThat(names(list)).containsExactly("object", "data");
        assertThat(list.get("object").asString()).isEqualTo("list");
        return list.get("data");
    }

    @Test
    void every_documented_model_is_listed_with_the_documented_fields() {
        var models = listed("");
        assertThat(models)
                .extracting(model -> model.get("id").asString())
                .contains(
                        "sora-2",
                        "sora-2-pro",
                        "veo-3.1",
                        "veo-3.1-fast",
                        "seedance-1.5-pro",
                        "seedance-2.0",
                        "seedance-2.0-pro",
                        "seedance-2.0-pro-fast",
                        "seedance-fast",
                        "seedream-v4",
                        "seedream-v4.5",
                        "seedream-v5lite",
                        "nano-banana",
                        "nano-banana-pro",
                        "nano-banana-v2",
                        "gpt-image-2",
                        "gpt-image-2-official",
                        "gpt-4o-image");
        for (var model : models) {
            assertThat(names(model)).startsWith(DOCUMENTED_FIELDS);
            assertThat(model.get("object").asString()).isEqualTo("model");
            assertThat(model.get("created").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void they_are_found_by_family_and_capability() {
        assertThat(listed("?family=sora")).hasSize(2);
        assertThat(listed("?capability=image_generation")).hasSize(9);
        assertThat(listed("?family=sora&capability=image_generation")).isEmpty();
        assertThat(listed("?family=")).hasSize(18);
        refusedFor(get("/v1/models?famly=sora"), "famly", "'family'");
    }

    @Test
    void one_is_shown_with_its_engine_and_parameters() {
        var model = client.done("GET", "/v1/models/seedance-2.0-pro-fast", "");
        assertThat(model.get("engine").asString()).isEqualTo("clips");
        assertThat(model.at("/parameters/properties/duration_seconds/maximum").asInt())
                .isEqualTo(8);
        assertThat(model.at("/output_modalities/0").asString()).isEqualTo("video");
        refused(get("/v1/models/seedance"), 404, "model_not_found");
    }

    @Test
    void a_key_for_tests_is_told_of_the_sandbox() {
        var shown = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\",\"mode\":\"test\"}");
        var tester = new Client(server.http.port(), shown.get("key").asString());
        assertThat(tester.done("GET", "/v1/models/sora-2", "").get("engine").asString())
                .isEqualTo("sandbox");
    }
}
