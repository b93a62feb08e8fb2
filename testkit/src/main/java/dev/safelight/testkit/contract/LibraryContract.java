package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.upload.NewUpload;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account's files: in what order they are listed, and what becomes of them. */
abstract class LibraryContract extends FileSituation {
    private List<AssetId> list(Principal who, @Nullable KeyId maker, int page) {
        var all = new ArrayList<AssetId>();
        Cursor place = null;
        do {
            var read = scene.done(files().list(who.account(), maker, place, page));
            assertThat(read.files()).hasSizeLessThanOrEqualTo(page);
            read.files().forEach(file -> all.add(file.asset().file().id()));
            place = read.next();
        } while (place != null);
        return all;
    }

    private List<AssetId> list(Principal who) {
        return list(who, null, 100);
    }

    private AssetId made() {
        return made(ann, 1).getFirst().id();
    }

    private Id shown(AssetId file) {
        var preview = scene.id();
        var shown = scene.done(files().showPublicly(ann.account(), file, preview));
        assertThat(shown.orElseThrow().state().preview()).isEqualTo(preview);
        return preview;
    }

    private Optional<AssetId> seen(Id preview) {
        return scene.done(files().findPublic(preview))
                .map(file -> file.asset().file().id());
    }

    @Nested
    class AList {
        @Test
        void has_what_was_made_and_what_was_brought_the_latest_first() {
            var first = made();
            var second = brought(ann);
            var third = made();
            assertThat(list(ann)).containsExactly(third, second, first);
        }

        @Test
        void puts_first_what_was_updated_last_within_one_moment_too() {
            var first = made();
            var second = brought(ann);
            var third = brought(ann);
            shown(first);
            assertThat(list(ann)).containsExactly(first, third, second);
            shown(second);
            assertThat(list(ann)).containsExactly(second, first, third);
            scene.done(files().hide(ann.account(), first));
            assertThat(list(ann)).containsExactly(first, second, third);
        }

        @Test
        void is_the_same_whatever_the_size_of_a_page() {
            for (int i = 0; i < 7; i++) {
                brought(ann);
                shown(made());
            }
            var whole = list(ann);
            assertThat(whole).hasSize(14).doesNotHaveDuplicates();
            for (int page = 1; page < 16; page++)
                assertThat(list(ann, null, page)).isEqualTo(whole);
        }

        @Test
        void goes_on_from_its_place_while_files_are_updated_and_come() {
            var brought = new ArrayList<AssetId>();
            for (int i = 0; i < 6; i++) brought.add(brought(ann));
            var first = scene.done(files().list(ann.account(), null, null, 3));
            shown(brought.get(4));
            brought(ann);
            scene.store().reopen();
            var second = scene.done(files().list(ann.account(), null, first.next(), 3));
            assertThat(second.files())
                    .extracting(file -> file.asset().file().id())
                    .containsExactly(brought.get(2), brought.get(1), brought.get(0));
            assertThat(second.next()).isNull();
        }

        @Test
        void has_nothing_of_another_account() {
            var bob = scene.account(100);
            brought(bob);
            made(bob, 1);
            var own = brought(ann);
            assertThat(list(ann)).containsExactly(own);
            assertThat(list(bob)).hasSize(2);
        }

        @Test
        void leaves_out_what_is_archived() {
            var first = made();
            var second = brought(ann);
            scene.done(files().archive(ann.account(), first));
            assertThat(list(ann)).containsExactly(second);
        }

        @Test
        void leaves_out_what_has_expired_swept_or_not() {
            var files = made(ann, 2).stream().map(NewAsset::id).toList();
            var upload = brought(ann, wish(true), 9);
            var day = Duration.ofDays(1);
            scene.pass(day.minusMillis(1));
            assertThat(list(ann)).containsExactly(upload, files.get(1), files.get(0));
            scene.pass(Duration.ofMillis(1));
            assertThat(list(ann)).containsExactly(files.getFirst());
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(list(ann)).containsExactly(files.getFirst());
            assertThat(whole(upload).asset().isKept(time.instant())).isFalse();
        }

        @Test
        void may_be_of_what_one_key_brought_or_asked_for() {
            var made = made();
            var own = brought(ann);
            var other = new KeyId(ann.key().number() + 1_000);
            var upload = upload(ann, wish(false));
            var others =
                    new NewUpload(upload.id(), ann.account(), other, upload.text(), upload.wish());
            scene.done(uploads().add(others, received(1)));
            assertThat(list(ann, ann.key(), 1)).containsExactly(own, made);
            assertThat(list(ann, other, 1)).containsExactly(others.id());
            assertThat(list(ann)).hasSize(3);
        }
    }

    @Nested
    class SomeOfThem {
        @Test
        void are_those_that_are_the_accounts_and_stored() {
            var own = new ArrayList<>(made(ann, 40).stream().map(NewAsset::id).toList());
            own.add(brought(ann));
            var asked = new ArrayList<>(own);
            asked.add(brought(scene.account(0)));
            asked.add(begun(ann).id());
            asked.add(new AssetId(scene.id()));
            assertThat(scene.done(files().findAll(ann.account(), Set.copyOf(asked))))
                    .extracting(file -> file.asset().file().id())
                    .containsExactlyInAnyOrderElementsOf(own);
            assertThat(scene.done(files().findAll(ann.account(), Set.of()))).isEmpty();
        }
    }

    @Nested
    class AnArchivedFile {
        @Test
        void is_found_as_such_and_was_updated_once() {
            var file = made();
            assertThat(whole(file).state().updated())
                    .isEqualTo(whole(file).asset().created());
            scene.pass(Duration.ofMinutes(5));
            var archived = (StoredFile.Whole)
                    scene.done(files().archive(ann.account(), file)).orElseThrow();
            assertThat(archived.state().archived()).isTrue();
            assertThat(archived.state().updated()).isEqualTo(time.instant());
            scene.pass(Duration.ofMinutes(5));
            assertThat(scene.done(files().archive(ann.account(), file))).contains(archived);
            assertThat(whole(file)).isEqualTo(archived);
            assertThat(told(ann)).containsExactly(new FeedEvent.FileArchived(file));
        }

        @Test
        void is_not_public_any_more_and_does_not_become_so() {
            var file = brought(ann);
            var preview = shown(file);
            scene.done(files().archive(ann.account(), file));
            assertThat(seen(preview)).isEmpty();
            var again = scene.id();
            var same = scene.done(files().showPublicly(ann.account(), file, again));
            assertThat(same.orElseThrow().state().preview()).isNull();
            assertThat(seen(again)).isEmpty();
        }

        @Test
        void is_nobody_elses_to_put_away() {
            var file = brought(ann);
            var bob = scene.account(0);
            assertThat(scene.done(files().archive(bob.account(), file))).isEmpty();
            assertThat(whole(file).state().archived()).isFalse();
        }
    }

    @Nested
    class APublicFile {
        @Test
        void is_found_by_its_preview_alone_also_after_a_restart() {
            var file = made();
            var preview = shown(file);
            assertThat(seen(preview)).contains(file);
            scene.store().reopen();
            assertThat(seen(preview)).contains(file);
            assertThat(seen(scene.id())).isEmpty();
        }

        @Test
        void keeps_its_preview_when_it_is_shown_again() {
            var file = made();
            var preview = shown(file);
            var again = scene.done(files().showPublicly(ann.account(), file, scene.id()));
            assertThat(again.orElseThrow().state().preview()).isEqualTo(preview);
            assertThat(told(ann)).containsExactly(new FeedEvent.FilePreviewed(file, true));
        }

        @Test
        void is_never_found_by_an_earlier_preview() {
            var file = made();
            var first = shown(file);
            var hidden = scene.done(files().hide(ann.account(), file));
            assertThat(hidden.orElseThrow().state().preview()).isNull();
            assertThat(seen(first)).isEmpty();
            var second = shown(file);
            assertThat(seen(first)).isEmpty();
            assertThat(seen(second)).contains(file);
            assertThat(told(ann))
                    .containsExactly(
                            new FeedEvent.FilePreviewed(file, true),
                            new FeedEvent.FilePreviewed(file, false),
                            new FeedEvent.FilePreviewed(file, true));
        }

        @Test
        void is_hidden_once() {
            var file = made();
            var before = whole(file);
            assertThat(scene.done(files().hide(ann.account(), file))).contains(before);
            assertThat(told(ann)).isEmpty();
        }

        @Test
        void is_nobody_elses_to_show_or_hide() {
            var file = made();
            var preview = shown(file);
            var bob = scene.account(0);
            var others = scene.id();
            assertThat(scene.done(files().showPublicly(bob.account(), file, others)))
                    .isEmpty();
            assertThat(scene.done(files().hide(bob.account(), file))).isEmpty();
            assertThat(seen(others)).isEmpty();
            assertThat(seen(preview)).contains(file);
        }

        @Test
        void is_seen_no_more_once_it_has_expired() {
            var file = brought(ann, wish(true), 3);
            var preview = shown(file);
            scene.pass(Duration.ofDays(1).minusMillis(1));
            assertThat(seen(preview)).contains(file);
            scene.pass(Duration.ofMillis(1));
            assertThat(seen(preview)).isEmpty();
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(scene.done(files().find(ann.account(), file)))
                    .get()
                    .isInstanceOf(StoredFile.Whole.class);
        }
    }
}
