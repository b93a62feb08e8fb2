package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.asset.RenditionMaker;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.library.Study;
import dev.safelight.core.task.Result;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the step that looks at files does with each, over a store and bytes that last. */
class StudyTest {
    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final MemoryBlobs blobs = new MemoryBlobs(time);
    private final SqliteHarness harness =
            new SqliteHarness(new StoreSettings.Location.Memory("study-step"), time);
    private final Scene scene = new Scene(harness, time);
    private Principal ann;

    @BeforeEach
    void enter() {
        ann = scene.account(0);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private AssetId brought(String text) {
        var id = new AssetId(scene.id());
        var wish = new NewUpload.Wish("a.png", null, false, null);
        var text64 = new KeyDigest("0".repeat(64));
        var contents = new Inspection.Understood("image/png", FileFacts.picture(9, 9));
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var received = new Received(blobs.put(Content.of(bytes)), contents);
            var upload = new NewUpload(id, ann.account(), ann.key(), text64, wish);
            scene.done(harness.uploads().add(upload, received));
            return id;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private FileState state(AssetId id) {
        var found = scene.done(harness.files().find(ann.account(), id)).orElseThrow();
        return ((StoredFile.Whole) found).state();
    }

    private Study step(RenditionMaker maker) {
        return new Study(new SettledStudy(harness), blobs, maker);
    }

    /** Half of a file is its thumbnail. */
    private static List<RenditionMaker.Made> half(Path file, String type, FileFacts facts)
            throws IOException {
        assertThat(facts).isEqualTo(FileFacts.picture(9, 9));
        String text = Files.readString(file);
        var bytes = text.substring(text.length() / 2).getBytes(StandardCharsets.UTF_8);
        return List.of(
                new RenditionMaker.Made(Rendition.Size.THUMBNAIL, Content.of(bytes), type, 4, 4));
    }

    @Nested
    class AFileThatIsUnderstood {
        @Test
        void has_its_pictures_stored_one_file_a_step() {
            var first = brought("first picture");
            var second = brought("other picture");
            var study = step(StudyTest::half);
            assertThat(study.step(time.instant())).isEqualTo(time.instant());
            var thumbnail = state(first).renditions().getFirst();
            assertThat(thumbnail.width()).isEqualTo(4);
            assertThat(blobs.holds(thumbnail.blob())).isTrue();
            assertThat(state(second).study()).isEqualTo(FileState.Study.WAITING);
            study.step(time.instant());
            assertThat(state(second).study()).isEqualTo(FileState.Study.DONE);
        }

        @Test
        void keeps_its_pictures_when_old_bytes_are_swept() {
            var file = brought("first picture");
            step(StudyTest::half).step(time.instant());
            time.pass(Duration.ofHours(3));
            var sweep = new BlobSweep(blobs, harness.assets());
            while (!sweep.step(time.instant()).isAfter(time.instant())) harness.settle();
            assertThat(blobs.size()).isEqualTo(2);
            assertThat(blobs.holds(state(file).renditions().getFirst().blob())).isTrue();
        }

        @Test
        void may_have_none_worth_making() {
            var file = brought("a song");
            step((path, type, facts) -> List.of()).step(time.instant());
            assertThat(state(file).study()).isEqualTo(FileState.Study.DONE);
            assertThat(state(file).renditions()).isEmpty();
        }
    }

    @Nested
    class AFileThatCannotBeDecoded {
        @Test
        void is_failed_at_once_and_the_next_one_follows() {
            var broken = brought("not a picture");
            var next = brought("next picture");
            var study = step((path, type, facts) -> {
                if (Files.readString(path).startsWith("not")) throw new IOException("cut off");
                return half(path, type, facts);
            });
            assertThat(study.step(time.instant())).isEqualTo(time.instant());
            study.step(time.instant());
            assertThat(state(broken).study()).isEqualTo(FileState.Study.FAILED);
            assertThat(state(next).study()).isEqualTo(FileState.Study.DONE);
        }

        @Test
        void may_make_the_decoder_fail_in_any_way() {
            var broken = brought("not a picture");
            step((path, type, facts) -> {
                        throw new IllegalStateException("a decoder of somebody's");
                    })
                    .step(time.instant());
            assertThat(state(broken).study()).isEqualTo(FileState.Study.FAILED);
        }
    }

    @Nested
    class ADiskThatFails {
        @Test
        void lets_a_file_wait_as_long_as_its_pictures_cannot_be_stored() {
            var file = brought("first picture");
            var study = step(StudyTest::half);
            blobs.fail(true);
            for (int i = 0; i < 9; i++) {
                assertThat(study.step(time.instant())).isEqualTo(time.instant().plusSeconds(60));
                time.pass(Duration.ofMinutes(1));
            }
            assertThat(state(file).study()).isEqualTo(FileState.Study.WAITING);
            blobs.fail(false);
            study.step(time.instant());
            assertThat(state(file).study()).isEqualTo(FileState.Study.DONE);
        }

        @Test
        void fails_a_file_whose_bytes_it_does_not_give_after_three_tries() {
            var lost = brought("lost picture");
            var next = brought("next picture");
            lose(lost);
            var study = step(StudyTest::half);
            for (int i = 0; i < 3; i++) {
                assertThat(study.step(time.instant())).isAfter(time.instant());
                assertThat(state(lost).study()).isEqualTo(FileState.Study.WAITING);
            }
            study.step(time.instant());
            assertThat(state(lost).study()).isEqualTo(FileState.Study.FAILED);
            assertThat(state(next).study()).isEqualTo(FileState.Study.DONE);
        }

        private void lose(AssetId id) {
            var asset = scene.done(harness.assets().find(id)).orElseThrow();
            blobs.remove(asset.file().blob().sha256(), Instant.MAX);
        }

        @Test
        void is_told_from_a_decoder_that_fails() {
            var file = brought("first picture");
            step((path, type, facts) -> {
                        Files.delete(path);
                        throw new IOException("read error");
                    })
                    .step(time.instant());
            assertThat(state(file).study()).isEqualTo(FileState.Study.WAITING);
        }
    }

    @Nested
    class TheStep {
        @Test
        void asks_again_a_second_later_where_nothing_waits() {
            assertThat(step(StudyTest::half).step(time.instant()))
                    .isEqualTo(time.instant().plusSeconds(1));
        }

        @Test
        void rests_after_what_a_task_made_and_not_after_an_upload() throws IOException {
            brought("first picture");
            var blob = blobs.put(Content.of(new byte[] {1}));
            var file = new NewAsset(new AssetId(scene.id()), blob, "image/png", "a.png", "{}");
            var lease = scene.running(Order.by(scene.account(100)), scene.worker(1));
            scene.done(harness.tasks().complete(lease, new Result(List.of(file), "{}")));
            var study = step((path, type, facts) -> List.of());
            var now = time.instant();
            assertThat(study.step(now)).isEqualTo(now);
            assertThat(study.step(now)).isEqualTo(now);
            assertThat(study.step(now)).isEqualTo(now.plusMillis(50));
            assertThat(study.step(now)).isEqualTo(now.plusSeconds(1));
        }

        @Test
        void takes_nothing_once_it_was_stopped() {
            var file = brought("first picture");
            var study = step(StudyTest::half);
            study.stop();
            assertThat(study.step(time.instant())).isAfter(time.instant());
            assertThat(state(file).study()).isEqualTo(FileState.Study.WAITING);
        }
    }
}
