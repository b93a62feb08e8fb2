package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.search.FoundFile;
import dev.safelight.core.search.IndexedFile;
import dev.safelight.core.search.SearchIndex.FileVectors;
import dev.safelight.core.search.SearchIndex.Part;
import dev.safelight.core.search.SearchIndex.Unread;
import dev.safelight.core.search.Vectors;
import dev.safelight.core.upload.NewUpload;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is to be indexed, what is found of it, and when it is found no more. */
abstract class SearchIndexContract extends SearchSituation {
    private void add(IndexedFile file, Unread unread) {
        var upTo = Objects.requireNonNull(unread.upTo());
        scene.done(scene.store().search().add(List.of(file), upTo));
    }

    @Nested
    class WhatIsStored {
        @Test
        void is_shown_for_indexing_once_and_in_order() {
            var first = made(ann, "one");
            var second = made(bob, "two");
            var unread = unread(Part.WORDS, 10);
            assertThat(unread.files()).extracting(file -> file.id()).containsExactly(first, second);
            var file = unread.files().getLast();
            assertThat(file.account()).isEqualTo(bob.account());
            assertThat(file.maker()).isEqualTo(bob.key());
            assertThat(file.name()).isEqualTo("cat.png");
            assertThat(Objects.requireNonNull(file.input()).get("prompt").stringValue())
                    .isEqualTo("two");
            indexAll();
            assertThat(unread(Part.WORDS, 10).upTo()).isNull();
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
        void is_shown_again_for_its_meaning() {
            var file = made(ann, "a dog");
            var unread = unread(Part.WORDS, 10);
            add(new IndexedFile.ByWords(file, ann.account(), ann.key(), Set.of("dog")), unread);
            assertThat(unread(Part.WORDS, 10).upTo()).isNull();
            assertThat(named(ann, "dog")).containsExactly(file);
            assertThat(found(ann, "puppy")).isEmpty();
            assertThat(unread(Part.MEANING, 10).files()).isEqualTo(unread.files());
            indexAll();
            assertThat(found(ann, "puppy")).hasSize(1);
            assertThat(unread(Part.MEANING, 10).upTo()).isNull();
        }

        @Test
        void is_shown_after_uploads_that_came_later() {
            for (int i = 0; i < 5; i++) made(ann, "a dog");
            var upload = brought(ann, wish(false), 100);
            for (var part : Part.values()) {
                var first = unread(part, 2);
                assertThat(first.files()).extracting(file -> file.id()).containsExactly(upload);
                scene.done(scene.store()
                        .search()
                        .add(List.of(), Objects.requireNonNull(first.upTo())));
                assertThat(unread(part, 2).files()).hasSize(2);
            }
        }

        @Test
        void is_read_in_small_parts() {
            for (int i = 0; i < 5; i++) made(ann, "a dog");
            var part = unread(Part.WORDS, 2);
            assertThat(part.files()).hasSize(2);
            scene.done(scene.store().search().add(List.of(), Objects.requireNonNull(part.upTo())));
            assertThat(unread(Part.WORDS, 10).files()).hasSize(3);
        }
    }

    @Nested
    class WhatWasBrought {
        private AssetId findable(NewUpload.Wish wish) {
            var id = brought(ann, wish, 100);
            indexAll();
            return id;
        }

        @Test
        void is_found_by_its_name_and_by_its_transcript() {
            var file = findable(new NewUpload.Wish("take-3.mp3", null, false, "a puppy barks"));
            findable(new NewUpload.Wish("automobile.mp3", null, false, null));
            assertThat(named(ann, "take 3")).containsExactly(file);
            assertThat(named(ann, "barks puppy")).containsExactly(file);
            assertThat(found(ann, "dog").getFirst().id()).isEqualTo(file);
        }

        @Test
        void is_found_as_its_keys() {
            var file = findable(wish(false));
            assertThat(found(ann, "cat", ann.key())).extracting(FoundFile::id).contains(file);
            assertThat(found(ann, "cat", bob.key())).isEmpty();
        }

        @Test
        void for_a_day_only_is_not_found() {
            findable(wish(true));
            assertThat(found(ann, "cat")).isEmpty();
        }

        @Test
        void is_not_found_before_its_bytes_are_there() {
            begun(ann);
            indexAll();
            assertThat(found(ann, "cat")).isEmpty();
        }
    }

    @Nested
    class OnceItIsArchived {
        private void archive(AssetId id) {
            assertThat(scene.done(files().archive(ann.account(), id))).isPresent();
        }

        @Test
        void a_file_is_found_neither_by_words_nor_by_meaning() {
            var file = findable(ann, "a dog");
            var other = findable(ann, "a car");
            assertThat(found(ann, "puppy")).hasSize(2);
            archive(file);
            assertThat(named(ann, "a dog")).isEmpty();
            assertThat(found(ann, "puppy")).extracting(FoundFile::id).containsExactly(other);
            restart();
            assertThat(found(ann, "dog")).extracting(FoundFile::id).containsExactly(other);
        }

        @Test
        void a_file_that_was_not_indexed_never_is() {
            var file = made(ann, "a dog");
            archive(file);
            indexAll();
            assertThat(found(ann, "dog")).isEmpty();
        }

        @Test
        void a_file_that_is_being_indexed_is_left_out() {
            var file = made(ann, "a dog");
            var unread = unread(Part.WORDS, 1);
            archive(file);
            var indexed = new IndexedFile.ByWords(file, ann.account(), ann.key(), Set.of("dog"));
            add(indexed, unread);
            assertThat(found(ann, "dog")).isEmpty();
            var vectors = Vectors.of(List.of(meaning.vector("a dog").orElseThrow()));
            add(new IndexedFile.ByMeaning(file, ann.key(), vectors), unread(Part.MEANING, 1));
            assertThat(found(ann, "puppy")).isEmpty();
        }

        @Test
        void only_the_account_that_has_it_can_do_so() {
            var file = findable(ann, "a dog");
            assertThat(scene.done(files().archive(bob.account(), file))).isEmpty();
            assertThat(named(ann, "dog")).containsExactly(file);
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
            assertThat(unread(Part.WORDS, 10).files())
                    .extracting(unread -> unread.id())
                    .containsExactly(file);
        }
    }

    @Nested
    class AFileThatIsAddedAgain {
        private void add(AssetId id, String text) {
            var words = dev.safelight.core.search.Words.of(text);
            var vectors = Vectors.of(List.of(meaning.vector(text).orElseThrow()));
            assertThat(made(ann, "another")).isNotNull();
            var byWords = new IndexedFile.ByWords(id, ann.account(), ann.key(), words);
            SearchIndexContract.this.add(byWords, unread(Part.WORDS, 10));
            var byMeaning = new IndexedFile.ByMeaning(id, ann.key(), vectors);
            SearchIndexContract.this.add(byMeaning, unread(Part.MEANING, 10));
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
        var expected = Vectors.of(List.of(meaning.vector("a dog").orElseThrow()));
        assertThat(page.files().getFirst().vectors().bytes()).isEqualTo(expected.bytes());
        assertThat(page.files().getFirst().maker()).isEqualTo(ann.key());
    }

    @Test
    void a_file_that_nobody_stored_is_not_added() {
        made(ann, "a dog");
        var strange = new IndexedFile.ByWords(
                new AssetId(scene.id()), ann.account(), null, Set.of("dog"));
        add(strange, unread(Part.WORDS, 1));
        assertThat(named(ann, "dog")).isEmpty();
    }
}
