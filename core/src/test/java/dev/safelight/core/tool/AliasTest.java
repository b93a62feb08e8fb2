package dev.safelight.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class AliasTest {
    private static final Catalog CATALOG = Catalog.load();

    private static final String PRICES = """
            tools | generate-image-from-text | {'prompt':'a'} | 80
            tools | generate-image-from-text | {'prompt':'a','imageSize':'2K'} | 120
            tools | generate-image-from-text | {'prompt':'a','imageSize':'4K','numResults':3}|720
            tools | generate-image-from-text | {'prompt':'a','width':64,'height':64} | 80
            tasks | gpt-image-2 | {'prompt':'a'} | 80
            tasks | gpt-image-2 | {'prompt':'a','size':'1024x1536','n':2} | 160
            tasks | gpt-image-2 | {'prompt':'a','size':'2048x2048'} | 120
            tasks | gpt-image-2 | {'prompt':'a','size':'4096x4096'} | 240
            tasks | sora-2 | {'prompt':'a','duration_seconds':8} | 320
            tasks | sora-2-pro | {'prompt':'a','duration_seconds':8} | 640
            executions | generate-image | {'prompt':'a','quality':'MAX'} | 240
            executions | generate-video-clip | {'prompt':'a'} | 240
            executions | generate-video-clip | {'prompt':'a','durationSeconds':1} | 40
            executions | text-to-speech | {'ttsText':'a','numResults':2} | 20
            executions | generate-sound-effect | {'prompt':'a'} | 20
            executions | generate-music | {'prompt':'a'} | 60
            executions | generate-avatar | {'avatarPresenterId':'a','audioFileId':'b'} | 450
            executions | upscale-image | {'imageFileId':'a'} | 40
            executions | upscale-video | {'videoFileId':'a'} | 200
            executions | script-to-video | {'script':'a','visualStyle':{'type':'STOCK'}} | 50
            """;

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static ReadInput read(String dialect, String alias, String input) {
        return CATALOG.alias(dialect, alias).orElseThrow().read(json(input));
    }

    /** What an input means, which is not at odds with itself. */
    private static JsonNode meant(String dialect, String alias, String input) {
        return read(dialect, alias, input) instanceof ReadInput.Canonical(var canonical)
                ? canonical
                : JsonMapper.shared().nullNode();
    }

    @Nested
    class AFieldOfSeveralSpellings {
        private static final String CLIP = "generate-video-clip";

        @Test
        void may_be_written_in_any_of_them() {
            for (var name : new String[] {"imageStorageFileId", "imageFileId"})
                assertThat(meant("executions", "upscale-image", "{'" + name + "':'a'}")
                                .get("image"))
                        .isEqualTo(json("'a'"));
            assertThat(meant("executions", CLIP, "{'videoFileId':'a'}").get("videos"))
                    .isEqualTo(
                            meant("executions", CLIP, "{'videoFileIds':['a']}").get("videos"));
        }

        @Test
        void may_be_written_in_both_when_they_say_the_same() {
            assertThat(meant("executions", CLIP, "{'videoFileId':'a','videoFileIds':['a']}")
                            .get("videos"))
                    .isEqualTo(json("['a']"));
        }

        @Test
        void contradicts_itself_when_they_say_different_things() {
            assertThat(read(
                            "executions",
                            "upscale-image",
                            "{'imageFileId':'a','imageStorageFileId':'b'}"))
                    .isEqualTo(new ReadInput.Contradiction("imageStorageFileId", "imageFileId"));
            assertThat(read("executions", CLIP, "{'videoFileId':'a','videoFileIds':['a','b']}"))
                    .isEqualTo(new ReadInput.Contradiction("videoFileIds", "videoFileId"));
        }
    }

    @Nested
    class AReading {
        @ParameterizedTest
        @CsvSource({
            "1,1,1:1",
            "1920,1080,16:9",
            "9,16,9:16",
            "1000000,1,21:9",
            "1,1000000,9:16",
            "5,4,4:3",
            "4,5,3:4",
            "85,100,3:4",
            "95,100,1:1"
        })
        void of_a_ratio_is_the_nearest_one(int width, int height, String nearest) {
            var input =
                    "{'prompt':'a','aspectRatio':{'width':" + width + ",'height':" + height + "}}";
            assertThat(meant("executions", "generate-image", input)
                            .get("aspectRatio")
                            .asString())
                    .isEqualTo(nearest);
        }

        @ParameterizedTest
        @CsvSource({"LOW,1K,480p", "STANDARD,1K,720p", "HIGH,2K,1080p", "MAX,4K,1080p"})
        void of_a_word_is_what_it_stands_for(String word, String size, String resolution) {
            var input = "{'prompt':'a','quality':'" + word + "'}";
            assertThat(meant("executions", "generate-image", input)
                            .get("imageSize")
                            .asString())
                    .isEqualTo(size);
            assertThat(meant("executions", "generate-video-clip", input)
                            .get("resolution")
                            .asString())
                    .isEqualTo(resolution);
        }

        @Test
        void of_a_size_is_both_sides() {
            var meant = meant("tasks", "gpt-image-2", "{'prompt':'a','size':'1024x1536'}");
            assertThat(meant.get("width").asInt()).isEqualTo(1024);
            assertThat(meant.get("height").asInt()).isEqualTo(1536);
        }

        @Test
        void leaves_out_what_the_schema_does_not_name() {
            assertThat(meant("executions", "generate-music", "{'prompt':'a','hideFromUi':true}"))
                    .isEqualTo(meant("executions", "generate-music", "{'prompt':'a'}"));
        }
    }

    @Nested
    class ADefault {
        @Test
        void is_the_names_own_before_the_models_and_the_tools() {
            assertThat(meant("executions", "generate-image", "{'prompt':'a'}"))
                    .isEqualTo(json("{'prompt':'a','aspectRatio':'16:9','imageSize':'1K',"
                            + "'numResults':1,'temporary':false,'format':'png'}"));
            assertThat(meant("tools", "generate-image-from-text", "{'prompt':'a'}"))
                    .isEqualTo(json("{'prompt':'a','aspectRatio':'1:1','imageSize':'1K',"
                            + "'numResults':1,'temporary':false,'format':'png'}"));
            var pro = meant("tasks", "nano-banana-pro", "{'prompt':'a','aspect_ratio':'16:9'}");
            assertThat(pro.get("imageSize").asString()).isEqualTo("2K");
            assertThat(pro.has("width")).isFalse();
            var large = meant("tasks", "seedream-v4.5", "{'prompt':'a'}");
            assertThat(large.get("width").asInt()).isEqualTo(2048);
        }
    }

    @Nested
    class ThePriceOfAnInput {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = PRICES)
        void is_that_of_the_contract(String dialect, String alias, String input, long credits) {
            var meant = meant(dialect, alias, input);
            var model = CATALOG.alias(dialect, alias).orElseThrow().model();
            assertThat(model.priceOf(meant, GivenFiles.NONE).amount()).isEqualTo(credits);
        }

        @Test
        void takes_the_length_of_a_file_where_that_is_known() {
            var model = CATALOG.standard(new ToolName("generate-avatar")).orElseThrow();
            var files = new GivenFiles.Draft();
            files.add("audio", SampleFiles.knownAs("{\"seconds\":3.2}"));
            files.add("audio", SampleFiles.knownAs("{\"seconds\":99}"));
            assertThat(model.priceOf(json("{}"), files.done()).amount()).isEqualTo(120);
        }

        @Test
        void supposes_one_where_the_file_does_not_say() {
            var model = CATALOG.standard(new ToolName("upscale-video")).orElseThrow();
            var files = new GivenFiles.Draft();
            files.add("video", SampleFiles.knownAs("{\"width\":640}"));
            assertThat(model.priceOf(json("{}"), files.done()).amount()).isEqualTo(200);
            assertThat(model.priceOf(json("{}"), GivenFiles.NONE).amount()).isEqualTo(200);
        }

        @Test
        void of_a_file_that_says_nothing_sensible_is_bounded_on_both_sides() {
            var model = CATALOG.standard(new ToolName("upscale-video")).orElseThrow();
            for (var said : List.of("0", "-5")) assertThat(priced(model, said)).isEqualTo(20);
            assertThat(priced(model, "1e300")).isEqualTo(20L * 365 * 86_400);
        }

        private long priced(Model model, String seconds) {
            var files = new GivenFiles.Draft();
            files.add("video", SampleFiles.knownAs("{\"seconds\":" + seconds + "}"));
            return model.priceOf(json("{}"), files.done()).amount();
        }

        @Test
        void is_the_models_own_where_it_has_one() {
            var tool = CATALOG.find(ToolName.GENERATE_IMAGE).orElseThrow();
            var own = Price.read(json("{'credits':7,'times':'numResults'}"));
            var model = new Model(
                    new ModelName("any-1"),
                    tool,
                    List.of(EngineName.ILLUSTRATOR),
                    new Model.Own(JsonMapper.shared().createObjectNode(), own, null),
                    json("{}"));
            var input = model.withDefaults(json("{'prompt':'a','numResults':2}"));
            assertThat(model.priceOf(input, GivenFiles.NONE).amount()).isEqualTo(14);
        }
    }

    @Nested
    class AName {
        @Test
        void shows_a_task_by_its_model_or_else_by_any_of_the_tool() {
            var image = ToolName.GENERATE_IMAGE;
            assertThat(CATALOG.aliasOf("tasks", image, new ModelName("gpt-image-2")))
                    .map(Alias::name)
                    .contains("gpt-image-2");
            assertThat(CATALOG.aliasOf("tools", image, new ModelName("gpt-image-2")))
                    .map(Alias::name)
                    .contains("generate-image-from-text");
            assertThat(CATALOG.aliasOf("none", image, new ModelName("gpt-image-2")))
                    .isEmpty();
        }
    }
}
