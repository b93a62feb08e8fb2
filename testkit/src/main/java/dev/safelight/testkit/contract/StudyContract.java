package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StudyQueue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What a later step is given to look at, and what its outcomes change. */
abstract class StudyContract extends FileSituation {
    private StudyQueue study() {
        return scene.store().study();
    }

    private @Nullable AssetId take() {
        return scene.done(study().take()).map(asset -> asset.file().id()).orElse(null);
    }

    private void done(AssetId id, Rendition... renditions) {
        scene.done(study().done(id, List.of(renditions)));
    }

    private FileState.Study state(AssetId id) {
        return whole(id).state().study();
    }

    private static Rendition rendition(Rendition.Size size, int seed) {
        var blob = new Blob("%064x".formatted(0xABC000 + seed), 1_000 + seed);
        return new Rendition(size, blob, "image/webp", size.longest(), 200);
    }

    /** Everything that waits, each looked at in turn. */
    private List<AssetId> drained() {
        var taken = new ArrayList<AssetId>();
        for (var next = take(); next != null; next = take()) {
            taken.add(next);
            done(next);
        }
        return taken;
    }

    @Nested
    class TheOrder {
        @Test
        void has_uploads_first_then_what_was_made_each_as_they_were_stored() {
            var made = made(ann, 1).getFirst().id();
            var first = brought(ann);
            var later = made(ann, 1).getFirst().id();
            var second = brought(ann);
            assertThat(drained()).containsExactly(first, second, made, later);
            assertThat(take()).isNull();
        }

        @Test
        void leaves_out_what_goes_after_a_day() {
            var upload = brought(ann, wish(true), 5);
            var files = made(ann, 6).stream().map(NewAsset::id).toList();
            assertThat(drained()).containsExactly(files.get(0), files.get(2), files.get(4));
            assertThat(state(upload)).isEqualTo(FileState.Study.NONE);
            assertThat(state(files.get(1))).isEqualTo(FileState.Study.NONE);
        }

        @Test
        void lets_an_upload_go_before_a_made_file_that_was_taken() {
            var made = made(ann, 1).getFirst().id();
            assertThat(take()).isEqualTo(made);
            var upload = brought(ann);
            assertThat(take()).isEqualTo(upload);
            done(made);
            done(upload);
            assertThat(state(made)).isEqualTo(FileState.Study.DONE);
            assertThat(state(upload)).isEqualTo(FileState.Study.DONE);
            assertThat(take()).isNull();
        }

        @Test
        void goes_on_from_its_place_after_a_restart() {
            var first = brought(ann);
            var second = brought(ann);
            var made = made(ann, 1).getFirst().id();
            assertThat(take()).isEqualTo(first);
            done(first);
            scene.store().reopen();
            assertThat(drained()).containsExactly(second, made);
            scene.store().reopen();
            assertThat(take()).isNull();
            var third = made(ann, 1).getFirst().id();
            assertThat(take()).isEqualTo(third);
        }
    }

    @Nested
    class AFileWithNoOutcome {
        @Test
        void is_taken_three_times_and_passed_over_as_failed() {
            var first = brought(ann);
            var second = brought(ann);
            assertThat(take()).isEqualTo(first);
            assertThat(take()).isEqualTo(first);
            scene.store().reopen();
            assertThat(take()).isEqualTo(first);
            assertThat(state(first)).isEqualTo(FileState.Study.WAITING);
            scene.store().reopen();
            assertThat(take()).isEqualTo(second);
            assertThat(state(first)).isEqualTo(FileState.Study.FAILED);
            assertThat(told(ann)).contains(new FeedEvent.FileStudied(first, false));
            done(second);
            assertThat(state(second)).isEqualTo(FileState.Study.DONE);
        }

        @Test
        void that_was_made_does_not_stand_in_the_way_of_others_either() {
            var made = made(ann, 3).stream().map(NewAsset::id).toList();
            for (int i = 0; i < 3; i++) assertThat(take()).isEqualTo(made.get(0));
            assertThat(take()).isEqualTo(made.get(2));
            assertThat(state(made.get(0))).isEqualTo(FileState.Study.FAILED);
        }

        @Test
        void is_not_counted_when_it_was_put_back() {
            var file = brought(ann);
            for (int i = 0; i < 10; i++) {
                assertThat(take()).isEqualTo(file);
                scene.done(study().putBack(file));
            }
            for (int i = 0; i < 3; i++) assertThat(take()).isEqualTo(file);
            assertThat(take()).isNull();
        }

        @Test
        void has_none_any_more_when_it_was_passed_over() {
            var file = brought(ann);
            for (int i = 0; i < 4; i++) take();
            done(file, rendition(Rendition.Size.THUMBNAIL, 1));
            assertThat(state(file)).isEqualTo(FileState.Study.FAILED);
            assertThat(whole(file).state().renditions()).isEmpty();
        }
    }

    @Nested
    class AnOutcome {
        @Test
        void is_shown_with_the_pictures_that_were_made() {
            var file = brought(ann);
            var other = brought(ann);
            assertThat(state(file)).isEqualTo(FileState.Study.WAITING);
            take();
            var small = rendition(Rendition.Size.THUMBNAIL, 1);
            var large = rendition(Rendition.Size.PREVIEW, 2);
            done(file, small, large);
            take();
            done(other, rendition(Rendition.Size.THUMBNAIL, 3));
            assertThat(state(file)).isEqualTo(FileState.Study.DONE);
            assertThat(whole(file).state().renditions()).containsExactly(small, large);
            var listed = scene.done(files().list(ann.account(), null, null, 10)).files();
            assertThat(listed.getLast()).isEqualTo(whole(file));
            scene.store().reopen();
            assertThat(whole(file)).isEqualTo(listed.getLast());
        }

        @Test
        void may_be_that_it_cannot_be_read() {
            var file = brought(ann);
            var made = made(ann, 1).getFirst().id();
            take();
            scene.done(study().failed(file));
            take();
            scene.done(study().failed(made));
            assertThat(state(file)).isEqualTo(FileState.Study.FAILED);
            assertThat(state(made)).isEqualTo(FileState.Study.FAILED);
            assertThat(take()).isNull();
        }

        @Test
        void is_told_of_an_upload_alone() {
            var upload = brought(ann);
            made(ann, 1);
            drained();
            assertThat(told(ann))
                    .containsExactly(
                            new FeedEvent.FileStored(upload),
                            new FeedEvent.FileStudied(upload, true));
        }

        @Test
        void of_what_was_not_taken_changes_nothing() {
            var first = brought(ann);
            var second = brought(ann);
            done(second, rendition(Rendition.Size.THUMBNAIL, 1));
            scene.done(study().failed(first));
            done(new AssetId(scene.id()));
            assertThat(state(first)).isEqualTo(FileState.Study.WAITING);
            assertThat(state(second)).isEqualTo(FileState.Study.WAITING);
            assertThat(drained()).containsExactly(first, second);
        }

        @Test
        void leaves_a_file_at_its_place_in_lists() {
            var first = brought(ann);
            var second = brought(ann);
            drained();
            var listed = scene.done(files().list(ann.account(), null, null, 10)).files();
            assertThat(listed)
                    .extracting(file -> file.asset().file().id())
                    .containsExactly(second, first);
        }
    }

    @Nested
    class ThePicturesThatWereMade {
        private List<String> digests(int page) {
            var all = new ArrayList<String>();
            Cursor place = null;
            do {
                var assets = scene.store().assets();
                var read = scene.done(assets.digests(time.instant(), place, page));
                assertThat(read.digests()).hasSizeLessThanOrEqualTo(page);
                all.addAll(read.digests());
                place = read.next();
            } while (place != null);
            return all;
        }

        @Test
        void are_in_use_as_the_files_themselves_are() {
            var expected = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                var file = brought(ann);
                take();
                var small = rendition(Rendition.Size.THUMBNAIL, 2 * i);
                var large = rendition(Rendition.Size.PREVIEW, 2 * i + 1);
                if (i % 2 == 0) done(file, small, large);
                else done(file, large);
                if (i % 2 == 0) expected.add(small.blob().sha256());
                expected.add(large.blob().sha256());
                expected.add(whole(file).asset().file().blob().sha256());
            }
            for (int page = 1; page < 12; page++)
                assertThat(digests(page)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
