package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.core.upload.UploadVerdict;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** What the files of an account may take, and when it is given back. */
abstract class StorageContract extends FileSituation {
    private void quota(Principal who, long bytes) {
        var limits = new AccountLimits(0, 1, bytes);
        scene.limit(new LimitChange.OfAccount(who.account(), limits));
    }

    /** An id that is derived from bytes comes again with them. */
    @Nested
    class ATemporaryFileThatComesAgain {
        private final Received bytes = received(60);

        private UploadVerdict add(NewUpload upload) {
            return scene.done(uploads().add(upload, bytes));
        }

        private void isThere(NewUpload upload) {
            assertThat(used(ann)).isEqualTo(60);
            var file = whole(upload.id()).asset();
            assertThat(file.expires()).isEqualTo(time.instant().plus(Duration.ofDays(1)));
            var listed = scene.done(files().list(ann.account(), null, null, 1)).files();
            assertThat(listed).extracting(one -> one.asset().file().id()).contains(upload.id());
            var digests = scene.store().assets().digests(time.instant(), null, 100);
            assertThat(scene.done(digests).digests()).contains(bytes.blob().sha256());
        }

        @Test
        void is_not_taken_twice_while_it_is_there() {
            var upload = upload(ann, wish(true));
            assertThat(add(upload)).isInstanceOf(UploadVerdict.Stored.class);
            isThere(upload);
            scene.pass(Duration.ofDays(1).minusMillis(1));
            assertThat(add(upload)).isEqualTo(new UploadVerdict.NotOpen());
        }

        @Test
        void is_a_file_for_another_day_once_it_has_expired() {
            quota(ann, 100);
            var upload = upload(ann, wish(true));
            for (int day = 0; day < 3; day++) {
                assertThat(add(upload)).isInstanceOf(UploadVerdict.Stored.class);
                brought(ann, wish(true), 10);
                scene.done(files().archive(ann.account(), brought(ann, wish(true), 10)));
                scene.pass(Duration.ofDays(1));
                if (day == 0) scene.done(uploads().expire(time.instant(), 10));
                if (day == 1) scene.done(uploads().expire(time.instant(), 1));
            }
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(used(ann)).isZero();
            add(upload);
            isThere(upload);
            scene.store().reopen();
            isThere(upload);
        }

        @Test
        void is_not_taken_again_where_there_is_no_room_by_then() {
            var upload = upload(ann, wish(true));
            add(upload);
            scene.pass(Duration.ofDays(1));
            quota(ann, 59);
            assertThat(add(upload)).isEqualTo(new UploadVerdict.OverQuota(59, 0));
            assertThat(used(ann)).isZero();
        }
    }

    @Nested
    class TheQuota {
        @Test
        void is_kept_to_the_byte() {
            quota(ann, 100);
            brought(ann, wish(false), 60);
            var upload = begun(ann);
            assertThat(finish(upload.id(), received(41)))
                    .isEqualTo(new UploadVerdict.OverQuota(100, 60));
            assertThat(finish(upload.id(), received(40))).isInstanceOf(UploadVerdict.Stored.class);
            assertThat(scene.done(uploads().add(upload(ann, wish(false)), received(1))))
                    .isEqualTo(new UploadVerdict.OverQuota(100, 100));
            assertThat(used(ann)).isEqualTo(100);
        }

        @Test
        void is_kept_where_64_come_at_once() {
            quota(ann, 1_000);
            var begun = new ArrayList<AssetId>();
            for (int i = 0; i < 64; i++) {
                var upload = upload(ann, wish(false));
                scene.done(uploads().begin(upload, time.instant().plus(WAIT), 64));
                begun.add(upload.id());
            }
            var answers =
                    begun.stream().map(id -> uploads().finish(id, received(37))).toList();
            scene.store().settle();
            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .filteredOn(UploadVerdict.Stored.class::isInstance)
                    .hasSize(27);
            assertThat(used(ann)).isEqualTo(27 * 37);
            assertThat(scene.done(files().list(ann.account(), null, null, 100)).files())
                    .hasSize(27);
        }

        @Test
        void counts_what_is_archived_and_not_what_is_made() {
            quota(ann, 100);
            made(ann, 3);
            var file = brought(ann, wish(false), 90);
            scene.done(files().archive(ann.account(), file));
            assertThat(scene.done(uploads().add(upload(ann, wish(false)), received(11))))
                    .isEqualTo(new UploadVerdict.OverQuota(100, 90));
        }

        @Test
        void is_the_accounts_own_and_holds_as_soon_as_it_is_set() {
            brought(ann, wish(false), 500);
            quota(ann, 100);
            var bob = scene.account(0);
            brought(bob, wish(false), 500);
            assertThat(scene.done(uploads().add(upload(ann, wish(false)), received(1))))
                    .isEqualTo(new UploadVerdict.OverQuota(100, 500));
            quota(ann, 0);
            brought(ann, wish(false), 500);
        }

        @Test
        void is_no_number_that_an_enormous_file_gets_around() {
            quota(ann, 100);
            brought(ann, wish(false), 50);
            assertThat(scene.done(
                            uploads().add(upload(ann, wish(false)), received(Long.MAX_VALUE - 10))))
                    .isEqualTo(new UploadVerdict.OverQuota(100, 50));
        }
    }

    @Nested
    class OneThatGoesAfterADay {
        @Test
        void takes_room_until_it_has_expired_and_gives_it_back_once() {
            var file = brought(ann, wish(true), 80);
            brought(ann, wish(false), 7);
            var expires = time.instant().plus(Duration.ofDays(1));
            assertThat(whole(file).asset().expires()).isEqualTo(expires);
            assertThat(scene.done(uploads().expire(expires.minusMillis(1), 10))).isZero();
            assertThat(used(ann)).isEqualTo(87);
            assertThat(scene.done(uploads().expire(expires, 10))).isEqualTo(1);
            assertThat(used(ann)).isEqualTo(7);
            scene.store().reopen();
            assertThat(scene.done(uploads().expire(expires.plusSeconds(1), 10))).isZero();
            assertThat(used(ann)).isEqualTo(7);
        }

        @Test
        void is_given_back_a_few_at_a_time() {
            for (int i = 0; i < 5; i++) brought(ann, wish(true), 10);
            var later = time.instant().plus(Duration.ofDays(2));
            assertThat(scene.done(uploads().expire(later, 3))).isEqualTo(3);
            assertThat(used(ann)).isEqualTo(20);
            assertThat(scene.done(uploads().expire(later, 3))).isEqualTo(2);
            assertThat(used(ann)).isZero();
        }

        @Test
        void gives_nothing_back_that_a_task_made() {
            brought(ann, wish(false), 10);
            made(ann, 2);
            var later = time.instant().plus(Duration.ofDays(2));
            assertThat(scene.done(uploads().expire(later, 10))).isEqualTo(1);
            assertThat(used(ann)).isEqualTo(10);
        }
    }
}
