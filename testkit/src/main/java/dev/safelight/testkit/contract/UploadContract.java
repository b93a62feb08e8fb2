package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.upload.Upload;
import dev.safelight.core.upload.UploadVerdict;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Files that are announced, and what becomes of them. */
abstract class UploadContract extends FileSituation {
    @Nested
    class OneThatWaits {
        @Test
        void is_found_by_its_id_with_all_that_was_said_of_it() {
            var upload = begun(ann, wish(false, "a cat purrs"));
            var now = time.instant();
            var expected = new Upload(upload, now, now.plus(WAIT), null);
            assertThat(scene.done(uploads().find(upload.id()))).contains(expected);
            assertThat(scene.done(files().find(ann.account(), upload.id())))
                    .contains(new StoredFile.Missing(expected));
        }

        @Test
        void is_nobody_elses() {
            var upload = begun(ann);
            var bob = scene.account(0);
            assertThat(scene.done(files().find(bob.account(), upload.id()))).isEmpty();
        }

        @Test
        void is_in_no_list_and_takes_no_room() {
            begun(ann);
            assertThat(scene.done(files().list(ann.account(), null, null, 10)).files())
                    .isEmpty();
            assertThat(used(ann)).isZero();
            assertThat(told(ann)).isEmpty();
        }

        @Test
        void counts_until_its_time_is_over() {
            for (int i = 0; i < MOST_PENDING; i++) begun(ann);
            assertThat(begin(upload(ann, wish(false))))
                    .isEqualTo(new UploadVerdict.TooManyPending(MOST_PENDING));
            begun(scene.account(0));
            scene.pass(WAIT.minusMillis(1));
            assertThat(begin(upload(ann, wish(false))))
                    .isInstanceOf(UploadVerdict.TooManyPending.class);
            scene.pass(Duration.ofMillis(1));
            begun(ann);
        }

        @Test
        void counts_no_more_once_it_came_or_was_refused() {
            var first = begun(ann);
            var second = begun(ann);
            for (int i = 2; i < MOST_PENDING; i++) begun(ann);
            finish(first.id(), received(1));
            scene.done(uploads().refuse(second.id(), DAMAGED));
            begun(ann);
            begun(ann);
            assertThat(begin(upload(ann, wish(false))))
                    .isInstanceOf(UploadVerdict.TooManyPending.class);
        }

        @Test
        void are_no_more_than_that_where_many_ask_at_once() {
            var asked = new ArrayList<CompletableFuture<UploadVerdict>>();
            for (int i = 0; i < 64; i++) {
                var until = time.instant().plus(WAIT);
                asked.add(uploads().begin(upload(ann, wish(false)), until, MOST_PENDING));
            }
            scene.store().settle();
            assertThat(asked)
                    .extracting(CompletableFuture::join)
                    .filteredOn(UploadVerdict.Waiting.class::isInstance)
                    .hasSize(MOST_PENDING);
        }
    }

    @Nested
    class OneWhoseBytesCame {
        @Test
        void is_a_file_of_the_same_id_and_no_upload_any_more() {
            var upload = begun(ann, wish(false, "a cat purrs"));
            var announced = time.instant();
            scene.pass(Duration.ofMinutes(1));
            var received = received(77);
            var stored = (UploadVerdict.Stored) finish(upload.id(), received);
            var file = whole(upload.id());
            assertThat(file.asset()).isEqualTo(stored.asset());
            assertThat(file.asset().created()).isEqualTo(announced);
            assertThat(file.asset().maker()).isNull();
            assertThat(file.asset().file().blob()).isEqualTo(received.blob());
            assertThat(file.asset().file().contentType()).isEqualTo("image/png");
            assertThat(file.asset().file().name()).isEqualTo("cat.png");
            assertThat(file.asset().file().expires()).isNull();
            assertThat(FileFacts.read(file.asset().file().facts()))
                    .isEqualTo(FileFacts.picture(640, 480));
            assertThat(file.transcript()).isEqualTo("a cat purrs");
            assertThat(file.state().updated()).isEqualTo(time.instant());
            assertThat(scene.done(uploads().find(upload.id()))).isEmpty();
            assertThat(scene.done(scene.store().assets().find(upload.id())))
                    .map(Asset::file)
                    .contains(stored.asset().file());
        }

        @Test
        void takes_room_and_is_told_of() {
            var upload = begun(ann);
            finish(upload.id(), received(77));
            assertThat(used(ann)).isEqualTo(77);
            assertThat(scene.done(scene.store().registry().usage(ann.account())).storageBytes())
                    .isEqualTo(77);
            assertThat(told(ann)).containsExactly(new FeedEvent.FileStored(upload.id()));
        }

        @Test
        void takes_room_for_its_transcript_too_until_it_has_expired() {
            var upload = begun(ann, wish(true, "\u00fcber"));
            finish(upload.id(), received(77));
            assertThat(used(ann)).isEqualTo(77 + 5);
            brought(ann, wish(true, "six..."), 10);
            assertThat(used(ann)).isEqualTo(82 + 16);
            scene.pass(Duration.ofDays(1));
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(used(ann)).isZero();
        }

        @Test
        void was_brought_by_one_of_two() {
            var upload = begun(ann);
            var first = uploads().finish(upload.id(), received(1));
            var second = uploads().finish(upload.id(), received(2));
            scene.store().settle();
            assertThat(first.join()).isInstanceOf(UploadVerdict.Stored.class);
            assertThat(second.join()).isEqualTo(new UploadVerdict.NotOpen());
            assertThat(used(ann)).isEqualTo(1);
        }

        @Test
        void may_have_begun_in_time_and_ended_later() {
            var upload = begun(ann);
            scene.pass(WAIT.plusHours(1));
            assertThat(finish(upload.id(), received(1))).isInstanceOf(UploadVerdict.Stored.class);
        }

        @Test
        void was_announced_before() {
            assertThat(finish(new AssetId(scene.id()), received(1)))
                    .isEqualTo(new UploadVerdict.NotOpen());
        }

        @Test
        void stays_what_it_is_over_a_restart_and_comes_no_second_time() {
            var upload = begun(ann);
            var waiting = begun(ann);
            finish(upload.id(), received(5));
            var before = whole(upload.id());
            scene.store().reopen();
            assertThat(whole(upload.id())).isEqualTo(before);
            assertThat(finish(upload.id(), received(6))).isEqualTo(new UploadVerdict.NotOpen());
            assertThat(used(ann)).isEqualTo(5);
            assertThat(finish(waiting.id(), received(6))).isInstanceOf(UploadVerdict.Stored.class);
        }
    }

    @Nested
    class OneThatWasRefused {
        @Test
        void says_why_to_whoever_asks_for_the_file() {
            var upload = begun(ann);
            assertThat(scene.done(uploads().refuse(upload.id(), DAMAGED))).isTrue();
            var missing = (StoredFile.Missing)
                    scene.done(files().find(ann.account(), upload.id())).orElseThrow();
            assertThat(missing.upload().refused()).isEqualTo(DAMAGED);
            assertThat(missing.upload().isOpen(time.instant())).isFalse();
            assertThat(told(ann)).containsExactly(new FeedEvent.FileRefused(upload.id()));
        }

        @Test
        void stays_refused() {
            var upload = begun(ann);
            scene.done(uploads().refuse(upload.id(), DAMAGED));
            assertThat(scene.done(uploads().refuse(upload.id(), DAMAGED))).isFalse();
            assertThat(finish(upload.id(), received(1))).isEqualTo(new UploadVerdict.NotOpen());
            assertThat(used(ann)).isZero();
        }

        @Test
        void had_not_come_before() {
            var upload = begun(ann);
            finish(upload.id(), received(1));
            assertThat(scene.done(uploads().refuse(upload.id(), DAMAGED))).isFalse();
            assertThat(whole(upload.id()).asset().file().blob().bytes()).isEqualTo(1);
        }
    }

    @Nested
    class OneThatWasNotAnnounced {
        @Test
        void is_stored_once_under_one_id() {
            var upload = upload(ann, wish(false));
            var first = received(77);
            assertThat(scene.done(uploads().add(upload, first)))
                    .isInstanceOf(UploadVerdict.Stored.class);
            assertThat(scene.done(uploads().add(upload, received(5))))
                    .isEqualTo(new UploadVerdict.NotOpen());
            assertThat(whole(upload.id()).asset().file().blob()).isEqualTo(first.blob());
            assertThat(used(ann)).isEqualTo(77);
        }
    }

    @Nested
    class OneThatEnded {
        @Test
        void is_forgotten_when_it_is_said_so() {
            var late = begun(ann);
            var refused = begun(ann);
            scene.done(uploads().refuse(refused.id(), DAMAGED));
            var refusal = time.instant();
            assertThat(scene.done(uploads().forget(refusal, 10))).isZero();
            assertThat(scene.done(uploads().forget(refusal.plusMillis(1), 10))).isEqualTo(1);
            assertThat(scene.done(files().find(ann.account(), refused.id()))).isEmpty();
            assertThat(scene.done(uploads().find(late.id()))).isPresent();
            scene.pass(WAIT);
            assertThat(scene.done(uploads().forget(time.instant().plusMillis(1), 10)))
                    .isEqualTo(1);
            assertThat(scene.done(uploads().find(late.id()))).isEmpty();
        }

        @Test
        void is_forgotten_a_few_at_a_time() {
            for (int i = 0; i < 5; i++) begun(ann);
            var later = time.instant().plus(Duration.ofDays(1));
            assertThat(scene.done(uploads().forget(later, 3))).isEqualTo(3);
            assertThat(scene.done(uploads().forget(later, 3))).isEqualTo(2);
        }
    }
}
