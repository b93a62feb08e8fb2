package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.FileQuery;
import dev.safelight.core.search.FoundFile;
import dev.safelight.core.search.IndexedFile;
import dev.safelight.core.search.Indexing;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.SearchIndex.FileVectors;
import dev.safelight.core.search.Searches;
import dev.safelight.core.search.Vectors;
import dev.safelight.core.task.Result;
import dev.safelight.testkit.search.Topics;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which files are found by words and by meaning, and by whom. */
abstract class SearchContract extends StoreSituation {
    private final Topics meaning = new Topics();
    private Searches searches;
    private Principal bob;

    @BeforeEach
    void begin() {
        bob = scene.account(CREDITS);
        restart();
    }

    @AfterEach
    void end() {
        searches.close();
    }

    /** What a new process knows: what the store kept. */
    private void restart() {
        var limits = new Searches.Limits(1, 9, 1 << 20);
        searches = new Searches(index(), meaning, Runnable::run, limits);
    }

    private SearchIndex index() {
        return new SettlingIndex(scene.store());
    }

    private static String prompt(String text) {
        return JsonMapper.shared().createObjectNode().put("prompt", text).toString();
    }

    /** Files of a task that was asked for this. */
    private List<AssetId> made(Principal who, String prompt, int files) {
        var lease = scene.running(Order.by(who).saying(prompt(prompt)), scene.worker(1));
        var result = scene.result(files);
        scene.done(tasks().complete(lease, new Result(result.assets(), "{}")));
        return result.assets().stream().map(NewAsset::id).toList();
    }

    private AssetId made(Principal who, String prompt) {
        return made(who, prompt, 1).getFirst();
    }

    /** The same, ready to be found. */
    private AssetId findable(Principal who, String prompt) {
        var id = made(who, prompt);
        indexAll();
        return id;
    }

    private void indexAll() {
        var step = new Indexing(index(), meaning);
        while (scene.done(scene.store().search().unread(1)).upTo() != null)
            step.step(time.instant());
    }

    private List<FoundFile> found(Principal who, String text, @Nullable KeyId maker) {
        return scene.done(searches.find(new FileQuery(who.account(), text, 10, maker)));
    }

    private List<FoundFile> found(Principal who, String text) {
        return found(who, text, null);
    }

    /** Those that have every word. */
    private List<AssetId> named(Principal who, String text) {
        return found(who, text).stream()
                .filter(file -> file.similarity() == 1)
                .map(FoundFile::id)
                .toList();
    }

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

    @Nested
    class WhatIsStored {
        @Test
        void is_shown_for_indexing_once_and_in_order() {
            var first = made(ann, "one");
            var second = made(bob, "two");
            var unread = scene.done(scene.store().search().unread(10));
            assertThat(unread.files()).extracting(file -> file.id()).containsExactly(first, second);
            var file = unread.files().getLast();
            assertThat(file.account()).isEqualTo(bob.account());
            assertThat(file.maker()).isEqualTo(bob.key());
            assertThat(file.name()).isEqualTo("cat.png");
            assertThat(Objects.requireNonNull(file.input()).get("prompt").stringValue())
                    .isEqualTo("two");
            indexAll();
            assertThat(scene.done(scene.store().search().unread(10)).upTo()).isNull();
        }

        @Test
        void for_a_day_only_is_not_found() {
            var files = made(ann, "a dog", 4);
            indexAll();
            assertThat(found(ann, "a dog"))
                    .extracting(FoundFile::id)
                    .containsExactlyInAnyOrder(files.get(0), files.get(2));
        }

        @Test
        void is_read_in_small_parts() {
            for (int i = 0; i < 5; i++) made(ann, "a dog");
            var part = scene.done(scene.store().search().unread(2));
            assertThat(part.files()).hasSize(2);
            scene.done(scene.store().search().add(List.of(), Objects.requireNonNull(part.upTo())));
            assertThat(scene.done(scene.store().search().unread(10)).files()).hasSize(3);
        }
    }

    @Nested
    class AfterARestart {
        @Test
        void the_same_is_found_and_nothing_is_indexed_again() {
            var file = findable(ann, "a dog");
            var before = found(ann, "puppy");
            scene.store().reopen();
            restart();
            int texts = meaning.texts();
            indexAll();
            assertThat(meaning.texts()).isEqualTo(texts);
            assertThat(found(ann, "puppy")).isEqualTo(before);
            assertThat(named(ann, "dog")).containsExactly(file);
        }

        @Test
        void indexing_goes_on_where_it_was() {
            findable(ann, "a dog");
            var file = made(ann, "a car");
            scene.store().reopen();
            assertThat(scene.done(scene.store().search().unread(10)).files())
                    .extracting(unread -> unread.id())
                    .containsExactly(file);
        }
    }

    @Nested
    class AFileThatIsAddedAgain {
        private void add(AssetId id, String text) {
            var vectors = Vectors.of(List.of(meaning.vector(text)));
            var file = new IndexedFile(
                    id,
                    ann.account(),
                    ann.key(),
                    dev.safelight.core.search.Words.of(text),
                    vectors);
            var place = made(ann, "another");
            var upTo = Objects.requireNonNull(
                    scene.done(scene.store().search().unread(10)).upTo());
            assertThat(place).isNotNull();
            scene.done(scene.store().search().add(List.of(file), upTo));
        }

        @Test
        void is_found_by_its_new_texts_alone() {
            var file = findable(ann, "a dog");
            assertThat(found(ann, "puppy")).hasSize(1);
            add(file, "a car");
            assertThat(named(ann, "car")).containsExactly(file);
            assertThat(named(ann, "dog")).isEmpty();
            assertThat(found(ann, "puppy").getFirst().similarity()).isLessThan(.9);
        }

        @Test
        void is_told_to_whoever_read_it_before() {
            var file = findable(ann, "a dog");
            var before = scene.done(scene.store().search().vectors(ann.account(), null, 10));
            assertThat(before.files()).extracting(FileVectors::isFirst).containsExactly(true);
            add(file, "a car");
            var after =
                    scene.done(scene.store().search().vectors(ann.account(), before.next(), 10));
            assertThat(after.files()).extracting(FileVectors::id).containsExactly(file);
            assertThat(after.files()).extracting(FileVectors::isFirst).containsExactly(false);
        }
    }

    @Test
    void vectors_come_back_as_they_were_given() {
        findable(ann, "a dog");
        var page = scene.done(scene.store().search().vectors(ann.account(), null, 10));
        assertThat(page.isLast()).isTrue();
        var expected = Vectors.of(List.of(meaning.vector("a dog")));
        assertThat(page.files().getFirst().vectors().bytes()).isEqualTo(expected.bytes());
        assertThat(page.files().getFirst().maker()).isEqualTo(ann.key());
    }

    @Test
    void a_file_that_nobody_stored_is_not_added() {
        made(ann, "a dog");
        var upTo = Objects.requireNonNull(
                scene.done(scene.store().search().unread(1)).upTo());
        var strange = new IndexedFile(
                new AssetId(scene.id()), ann.account(), null, Set.of("dog"), Vectors.NONE);
        scene.done(scene.store().search().add(List.of(strange), upTo));
        assertThat(named(ann, "dog")).isEmpty();
    }
}
