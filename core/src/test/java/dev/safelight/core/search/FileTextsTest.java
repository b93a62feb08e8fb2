package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class FileTextsTest {
    private static FileTexts texts(
            String name, @Nullable String input, @Nullable String transcript) {
        return new FileTexts(new FileOrigin(
                new AssetId(new Id(1, 1)),
                new AccountId(1),
                null,
                name,
                input == null ? null : JsonMapper.shared().readTree(input),
                transcript));
    }

    private static FileTexts asked(String field, String text) {
        return texts("out.png", "{\"" + field + "\":\"" + text + "\"}", null);
    }

    @Nested
    class WordsThatCount {
        @Test
        void are_those_of_the_name_of_what_was_asked_and_of_the_transcript() {
            var input =
                    "{\"prompt\":\"a dog\",\"text\":\"says woof\",\"seed\":7,\"style\":\"ink\"}";
            assertThat(texts("beach.png", input, "hello there").words())
                    .containsExactlyInAnyOrder(
                            "beach", "png", "a", "dog", "says", "woof", "hello", "there");
        }

        @Test
        void are_not_those_beyond_the_longest_text() {
            var text = "word ".repeat(40_000) + "beyond";
            assertThat(texts("a.mp3", null, text).words())
                    .containsExactlyInAnyOrder("a", "mp3", "word");
        }

        @Test
        void need_no_field_to_be_a_text() {
            assertThat(texts("a.png", "{\"prompt\":{\"x\":1},\"text\":null}", null)
                            .words())
                    .containsExactlyInAnyOrder("a", "png");
        }
    }

    @Nested
    class PassagesOfWhatWasAsked {
        @Test
        void do_without_the_name() {
            assertThat(asked("prompt", "a dog").passages()).containsExactly("a dog");
            assertThat(asked("script", "Once.").passages()).containsExactly("Once.");
        }

        @Test
        void are_cut_between_words_and_are_four_at_most() {
            var passages = asked("text", "seven77 ".repeat(1_000)).passages();
            assertThat(passages)
                    .hasSize(FileTexts.MOST_PASSAGES)
                    .allSatisfy(passage -> assertThat(passage)
                            .startsWith("seven77")
                            .endsWith("seven77")
                            .hasSizeLessThanOrEqualTo(FileTexts.PASSAGE));
        }

        @Test
        void are_cut_anywhere_where_there_are_no_spaces() {
            assertThat(asked("text", "x".repeat(FileTexts.PASSAGE + 1)).passages())
                    .containsExactly("x".repeat(FileTexts.PASSAGE), "x");
        }
    }

    @Nested
    class PassagesOfWhatWasBrought {
        @Test
        void are_its_name_as_a_phrase() {
            assertThat(texts("golden_retriever-at.sea.png", null, null).passages())
                    .containsExactly("golden retriever at sea");
        }

        @Test
        void are_its_transcript_when_there_is_one() {
            assertThat(texts("take 3.mp3", null, "hello there").passages())
                    .containsExactly("hello there");
        }

        @Test
        void are_none_when_nothing_is_a_word() {
            assertThat(texts("0042.png", null, null).passages()).isEmpty();
        }
    }
}
