package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.upload.Received;
import dev.safelight.core.upload.UploadVerdict;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Occasion;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What is told of files that a caller brings. */
abstract class FileTellingContract extends DeliverySituation {

    private List<Occasion> heard(EndpointId endpoint, AssetId file) {
        return due(endpoint).stream()
                .map(delivery -> (Delivery.About.OfFile) delivery.about())
                .peek(about -> assertThat(about.file()).isEqualTo(file))
                .map(Delivery.About.OfFile::occasion)
                .toList();
    }

    private void studied(AssetId file) {
        var taken = scene.done(scene.store().study().take()).orElseThrow();
        assertThat(taken.file().id()).isEqualTo(file);
        scene.done(scene.store().study().done(file, List.of()));
    }

    private AssetId clip() {
        var blob = new Blob("ab".repeat(32), 9);
        var facts = FileFacts.picture(640, 480);
        var upload = upload(ann, wish(false));
        var received = new Received(blob, new Inspection.Understood("video/mp4", facts));
        assertThat(scene.done(uploads().add(upload, received)))
                .isInstanceOf(UploadVerdict.Stored.class);
        return upload.id();
    }

    @Test
    void one_that_is_stored_can_be_downloaded() {
        var endpoint = endpoint(ann, false);
        var file = brought(ann);
        assertThat(heard(endpoint, file))
                .containsExactly(Occasion.FILE_UPLOADED, Occasion.FILE_DOWNLOADABLE);
        assertThat(due(endpoint)).extracting(Delivery::webhookId).doesNotHaveDuplicates();
        assertThat(due(endpoint)).extracting(Delivery::at).containsOnly(time.instant());
    }

    @Test
    void one_that_was_announced_is_told_when_it_is_there_and_not_before() {
        var endpoint = endpoint(ann, false);
        var file = begun(ann).id();
        assertThat(due(endpoint)).isEmpty();
        finish(file, received(9));
        assertThat(heard(endpoint, file)).hasSize(2);
    }

    @Test
    void one_that_was_refused_is_told_also_when_its_row_is_forgotten() {
        var endpoint = endpoint(ann, false);
        var file = begun(ann).id();
        scene.done(uploads().refuse(file, DAMAGED));
        scene.done(uploads().refuse(file, DAMAGED));
        scene.pass(Duration.ofDays(2));
        scene.done(uploads().forget(time.instant(), 10));
        assertThat(heard(endpoint, file)).containsExactly(Occasion.FILE_REFUSED);
    }

    @Test
    void a_picture_that_was_looked_at_is_understood_and_a_clip_can_be_played() {
        var endpoint =
                endpoint(ann, false, Set.of(Occasion.FILE_PLAYABLE, Occasion.FILE_UNDERSTOOD));
        var picture = brought(ann);
        studied(picture);
        assertThat(heard(endpoint, picture)).containsExactly(Occasion.FILE_UNDERSTOOD);
        attempted(due(endpoint).getFirst(), DELIVERED);
        var clip = clip();
        studied(clip);
        assertThat(heard(endpoint, clip))
                .containsExactly(Occasion.FILE_PLAYABLE, Occasion.FILE_UNDERSTOOD);
    }

    @Test
    void one_that_cannot_be_read_is_told_once() {
        var endpoint = endpoint(ann, false, Set.of(Occasion.FILE_NOT_UNDERSTOOD));
        var file = clip();
        scene.done(scene.store().study().take());
        scene.done(scene.store().study().failed(file));
        scene.done(scene.store().study().failed(file));
        assertThat(heard(endpoint, file)).containsExactly(Occasion.FILE_NOT_UNDERSTOOD);
    }

    @Test
    void what_a_task_made_is_told_by_its_task_alone() {
        var endpoint = endpoint(ann, false);
        var made = made(ann, 1).getFirst().id();
        assertThat(due(endpoint)).hasSize(1);
        studied(made);
        assertThat(due(endpoint)).hasSize(1);
    }

    @Test
    void nobody_else_hears_of_it() {
        var own = endpoint(ann, true);
        var stranger = endpoint(scene.account(0), false);
        var deaf = endpoint(ann, false, Set.of(Occasion.TASK_FAILED));
        brought(ann);
        lineUp();
        assertThat(due(own)).isEmpty();
        assertThat(due(stranger)).isEmpty();
        assertThat(due(deaf)).isEmpty();
    }

    @Test
    void it_is_told_in_the_commit_that_stores_it() {
        var endpoint = endpoint(ann, false);
        var upload = upload(ann, wish(false));
        var adding = uploads().add(upload, received(7));
        assertThat(fresh()).isEmpty();
        scene.done(adding);
        scene.store().reopen();
        assertThat(heard(endpoint, upload.id())).hasSize(2);
    }
}
