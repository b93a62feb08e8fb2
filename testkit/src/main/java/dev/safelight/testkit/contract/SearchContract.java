package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.search.FoundFile;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;

/** Which files are found by words and by meaning, and by whom. */
abstract class SearchContract extends SearchSituation {
    @Nested
    class Words {
        @Test
        void find_a_file_that_has_all_of_them() {
            var both = findable(ann, "a red kite over hills");
            findable(ann, "a red balloon");
            assertThat(named(ann, "kite red")).containsExactly(both);
        }

        @Test
        void are_found_by_the_beginning_of_the_last_one() {
            var file = findable(ann, "a red balloon");
            assertThat(named(ann, "red ball")).containsExactly(file);
            assertThat(named(ann, "ball red")).isEmpty();
        }

        @Test
        void of_a_name_count_too() {
            var file = findable(ann, "whatever");
            assertThat(named(ann, "cat.png whatever")).containsExactly(file);
        }

        @Test
        void are_found_without_accents_and_in_any_case() {
            var file = findable(ann, "Crème brûlée");
            assertThat(named(ann, "CREME brulee")).containsExactly(file);
        }

        @Test
        void bring_the_most_recent_file_first() {
            var files = new ArrayList<AssetId>();
            for (int i = 0; i < 12; i++) {
                files.addFirst(findable(ann, "the same"));
                scene.pass(Duration.ofSeconds(1));
            }
            assertThat(named(ann, "the same")).isEqualTo(files.subList(0, 10));
        }

        @Test
        void of_a_script_without_spaces_are_found_inside_a_text() {
            var file = findable(ann, "東京都の夜");
            assertThat(named(ann, "京都")).containsExactly(file);
            assertThat(named(ann, "都 東")).containsExactly(file);
            assertThat(named(ann, "大阪")).isEmpty();
        }

        @Test
        void may_be_pictographs() {
            var file = findable(ann, "a 🐶 on a beach");
            assertThat(named(ann, "🐶")).containsExactly(file);
        }
    }

    @Nested
    class Meaning {
        @Test
        void finds_what_has_none_of_the_words() {
            var dog = findable(ann, "retriever");
            findable(ann, "automobile");
            var best = found(ann, "dog").getFirst();
            assertThat(best.id()).isEqualTo(dog);
            assertThat(best.similarity()).isGreaterThan(.9);
        }

        @Test
        void falls_along_the_results() {
            findable(ann, "automobile");
            findable(ann, "dog puppy car");
            findable(ann, "dog");
            assertThat(found(ann, "puppy"))
                    .hasSize(3)
                    .isSortedAccordingTo(
                            (one, other) -> Double.compare(other.similarity(), one.similarity()));
        }
    }

    @Nested
    class AnAccount {
        @Test
        void never_finds_anothers_file() {
            var anns = findable(ann, "a secret dog");
            assertThat(found(bob, "a secret dog")).isEmpty();
            var bobs = findable(bob, "a secret dog");
            assertThat(found(bob, "secret")).extracting(FoundFile::id).containsExactly(bobs);
            assertThat(found(ann, "puppy")).extracting(FoundFile::id).containsExactly(anns);
        }

        @Test
        void finds_what_one_of_its_keys_asked_for() {
            var file = findable(ann, "a dog");
            assertThat(found(ann, "a dog", ann.key())).extracting(FoundFile::id).contains(file);
            assertThat(found(ann, "a dog", bob.key())).isEmpty();
            assertThat(found(ann, "puppy", bob.key())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "secret\" OR \"secret",
                    "secret OR other",
                    "NOT other",
                    "NEAR(secret other)",
                    "words:secret",
                    "words : *",
                    "^secret",
                    "-secret",
                    "secret*",
                    "\"",
                    "''); DROP TABLE searchable; --",
                    "{words}",
                    "1wsecret",
                    "2wsecret",
                    "🐶\u200d🦺",
                    "\u0000secret",
                    "\ud800",
                    "%_?",
                    "  "
                })
        void gets_an_answer_and_no_strangers_file_whatever_it_writes(String text) {
            findable(ann, "a secret other dog");
            assertThat(found(bob, text)).isEmpty();
            assertThat(found(ann, text)).hasSizeLessThanOrEqualTo(1);
        }

        @Test
        void may_ask_at_length() {
            var file = findable(ann, "a dog");
            assertThat(found(ann, "dog ".repeat(2_500)))
                    .extracting(FoundFile::id)
                    .contains(file);
            assertThat(named(ann, "x".repeat(10_000))).isEmpty();
            var different = new StringBuilder();
            for (int i = 0; different.length() < 9_990; i++)
                different.append(Integer.toString(i, 36)).append(' ');
            assertThat(named(ann, different.toString())).isEmpty();
            assertThat(named(ann, "狗".repeat(10_000))).isEmpty();
        }
    }
}
