package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.upload.UploadVerdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** A store to which Ann brings files, and has some made. */
abstract class FileSituation extends StoreSituation {
    static final Duration WAIT = Duration.ofMinutes(15);
    static final int MOST_PENDING = 20;
    static final Inspection.Refused DAMAGED =
            new Inspection.Refused(Inspection.Reason.DAMAGED, "It is cut off. Bring it whole.");

    private int blobs;

    UploadStore uploads() {
        return scene.store().uploads();
    }

    Files files() {
        return scene.store().files();
    }

    static NewUpload.Wish wish(boolean temporary) {
        return wish(temporary, null);
    }

    static NewUpload.Wish wish(boolean temporary, @Nullable String transcript) {
        return new NewUpload.Wish("cat.png", "image", temporary, transcript);
    }

    NewUpload upload(Principal who, NewUpload.Wish wish) {
        var id = new AssetId(scene.id());
        return new NewUpload(id, who.account(), who.key(), new KeyDigest("ab".repeat(32)), wish);
    }

    UploadVerdict begin(NewUpload upload) {
        return scene.done(uploads().begin(upload, time.instant().plus(WAIT), MOST_PENDING));
    }

    /** Announces what is sure to be let in. */
    NewUpload begun(Principal who) {
        return begun(who, wish(false));
    }

    NewUpload begun(Principal who, NewUpload.Wish wish) {
        var upload = upload(who, wish);
        assertThat(begin(upload)).isInstanceOf(UploadVerdict.Waiting.class);
        return upload;
    }

    /** Bytes that nothing else has. */
    Received received(long bytes) {
        var blob = new Blob("%064x".formatted(++blobs), bytes);
        return new Received(
                blob, new Inspection.Understood("image/png", FileFacts.picture(640, 480)));
    }

    UploadVerdict finish(AssetId id, Received received) {
        return scene.done(uploads().finish(id, received));
    }

    /** What an account's uploads take. */
    long used(Principal who) {
        return scene.done(uploads().used(who.account()));
    }

    AssetId brought(Principal who, NewUpload.Wish wish, long bytes) {
        var upload = upload(who, wish);
        assertThat(scene.done(uploads().add(upload, received(bytes))))
                .isInstanceOf(UploadVerdict.Stored.class);
        return upload.id();
    }

    AssetId brought(Principal who) {
        return brought(who, wish(false), 100);
    }

    /** Files that a task of hers makes. */
    List<NewAsset> made(Principal who, int count) {
        var lease = scene.running(Order.by(who), scene.worker(1));
        var result = scene.result(count);
        scene.done(tasks().complete(lease, result));
        return result.assets();
    }

    StoredFile.Whole whole(AssetId id) {
        var found = scene.done(files().find(ann.account(), id)).orElseThrow();
        assertThat(found).isInstanceOf(StoredFile.Whole.class);
        return (StoredFile.Whole) found;
    }

    /** What the account's log tells of files. */
    List<FeedEvent> told(Principal who) {
        return scene.done(scene.store().feed().read(who.account(), null, 1_000)).entries().stream()
                .map(FeedEntry::event)
                .filter(event -> event.subject() == Subject.FILE)
                .toList();
    }
}
