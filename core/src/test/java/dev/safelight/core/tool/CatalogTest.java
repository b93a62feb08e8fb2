package dev.safelight.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.HashSet;

class CatalogTest {
    private final Catalog catalog = Catalog.load();
    private final Tool image = catalog.find(ToolName.GENERATE_IMAGE).orElseThrow();
    private final Tool speech = catalog.find(ToolName.TEXT_TO_SPEECH).orElseThrow();

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Nested
    class ATool {
        @Test
        void is_found_by_its_name_and_by_its_names_in_a_dialect() {
            assertThat(catalog.find("tools", "generate-image-from-text")).contains(image);
            assertThat(catalog.find("tools", "generate-tts")).contains(speech);
            assertThat(catalog.find("executions", "generate-tts")).isEmpty();
            assertThat(catalog.find(new ToolName("generate-tts"))).isEmpty();
        }

        @Test
        void has_no_name_in_a_dialect_that_another_has() {
            assertThat(catalog.tools()).contains(image, speech);
            var names = new HashSet<String>();
            for (var tool : catalog.tools()) {
                for (var dialect : tool.definition().get("aliases").properties()) {
                    for (var alias : tool.aliases(dialect.getKey()))
                        assertThat(names.add(dialect.getKey() + "/" + alias)).isTrue();
                }
            }
        }

        @Test
        void tells_all_that_the_rest_asks_of_it() {
            assertThat(image.engine()).isEqualTo(EngineName.ILLUSTRATOR);
            assertThat(image.needsSession()).isTrue();
            assertThat(speech.needsSession()).isFalse();
            assertThat(image.type()).isEqualTo("TEXT_TO_IMAGE");
            for (var tool : catalog.tools()) {
                assertThat(tool.title()).isNotBlank();
                assertThat(tool.description()).isNotBlank();
                assertThat(tool.model()).isNotBlank();
                assertThat(tool.outputSchema().isObject()).isTrue();
                assertThat(tool.typical()).isPositive().isLessThan(tool.deadline());
                assertThat(tool.deadline()).isLessThanOrEqualTo(Duration.ofHours(1));
            }
        }

        @Test
        void can_price_each_of_its_examples() {
            for (var tool : catalog.tools()) {
                assertThat(tool.examples()).isNotEmpty();
                for (var example : tool.examples())
                    assertThat(tool.priceOf(tool.withDefaults(example)).amount())
                            .isPositive();
            }
        }
    }

    @Nested
    class ItsDefaults {
        @Test
        void fill_in_what_the_input_leaves_out_and_nothing_else() {
            assertThat(image.withDefaults(json("{'prompt':'a cat','imageSize':'2K'}")))
                    .isEqualTo(json("{'prompt':'a cat','imageSize':'2K','aspectRatio':'1:1'}"));
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
            assertThat(image.priceOf(json("{'imageSize':'1K'}"))).isEqualTo(new Credits(80));
            assertThat(image.priceOf(json("{'imageSize':'4K'}"))).isEqualTo(new Credits(240));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> image.priceOf(json("{'imageSize':'9K'}")));
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
            return speech.priceOf(json("{'text':'" + text + "'}")).amount();
        }
    }
}
