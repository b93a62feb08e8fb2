package dev.safelight.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;

class CatalogTest {
    private final Catalog catalog = Catalog.load();
    private final Model image = catalog.standard(ToolName.GENERATE_IMAGE).orElseThrow();
    private final Model speech = catalog.standard(ToolName.TEXT_TO_SPEECH).orElseThrow();

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Nested
    class ATool {
        @Test
        void is_found_by_its_name_and_by_its_names_in_a_dialect() {
            assertThat(catalog.alias("tools", "generate-image-from-text").map(Alias::model))
                    .contains(image);
            assertThat(catalog.alias("tools", "generate-tts").map(Alias::model)).contains(speech);
            assertThat(catalog.alias("executions", "generate-tts")).isEmpty();
            assertThat(catalog.find(new ToolName("generate-tts"))).isEmpty();
        }

        @Test
        void tells_all_that_the_rest_asks_of_it() {
            assertThat(catalog.tools()).contains(image.tool(), speech.tool());
            for (var tool : catalog.tools()) {
                assertThat(catalog.standard(tool.name()).orElseThrow().tool()).isEqualTo(tool);
                assertThat(tool.title()).isNotBlank();
                assertThat(tool.docs().description()).isNotBlank();
                assertThat(tool.docs().output().isObject()).isTrue();
                assertThat(tool.typical()).isPositive().isLessThan(tool.deadline());
                assertThat(tool.deadline()).isLessThanOrEqualTo(Duration.ofHours(1));
            }
        }

        @Test
        void can_price_each_of_its_examples() {
            for (var model : catalog.models()) {
                assertThat(model.tool().docs().examples()).isNotEmpty();
                for (var example : model.tool().docs().examples())
                    assertThat(model.priceOf(model.withDefaults(example), GivenFiles.NONE)
                                    .amount())
                            .isPositive();
            }
        }
    }

    @Nested
    class ItsDefaults {
        @Test
        void fill_in_what_the_input_leaves_out_and_nothing_else() {
            assertThat(image.withDefaults(json("{'prompt':'a cat','imageSize':'2K'}")))
                    .isEqualTo(json("{'prompt':'a cat','imageSize':'2K','aspectRatio':'1:1',"
                            + "'format':'png','numResults':1,'temporary':false}"));
        }

        @Test
        void leave_the_callers_input_alone() {
            var input = json("{'prompt':'a cat'}");
            image.withDefaults(input);
            assertThat(input).isEqualTo(json("{'prompt':'a cat'}"));
        }
    }

    @Nested
    class ItsPrice {
        @Test
        void is_that_of_the_choice_made() {
            assertThat(image.priceOf(json("{'imageSize':'1K'}"), GivenFiles.NONE))
                    .isEqualTo(new Credits(80));
            assertThat(image.priceOf(json("{'imageSize':'4K'}"), GivenFiles.NONE))
                    .isEqualTo(new Credits(240));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> image.priceOf(json("{'imageSize':'9K'}"), GivenFiles.NONE));
        }

        @Test
        void counts_each_started_block_of_characters() {
            assertThat(speechOf("x")).isEqualTo(10);
            assertThat(speechOf("x".repeat(500))).isEqualTo(10);
            assertThat(speechOf("x".repeat(501))).isEqualTo(20);
        }

        @Test
        void counts_a_character_outside_the_first_plane_once() {
            assertThat(speechOf("🙂".repeat(500))).isEqualTo(10);
        }

        private long speechOf(String text) {
            return speech.priceOf(json("{'text':'" + text + "'}"), GivenFiles.NONE)
                    .amount();
        }
    }
}
