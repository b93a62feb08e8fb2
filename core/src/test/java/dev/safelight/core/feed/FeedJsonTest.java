package dev.safelight.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.EndpointId;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class FeedJsonTest {
    private static final KeyHandle KEY = new KeyHandle(new Id(3, 4));
    private static final AssetId FILE = new AssetId(new Id(7, 8));
    private static final EndpointId ENDPOINT = new EndpointId(new Id(5, 6));

    @Test
    void what_is_written_is_read_again() {
        assertThat(FeedJson.ofKey(FeedJson.keyAdded(new KeyId(7)), KEY))
                .isEqualTo(new FeedEvent.KeyAdded(KEY));
        assertThat(FeedJson.ofKey(FeedJson.keyRevoked(new KeyId(7)), KEY))
                .isEqualTo(new FeedEvent.KeyRevoked(KEY));
        assertThat(FeedJson.ofKey(FeedJson.keyRotated(new KeyId(7)), KEY))
                .isEqualTo(new FeedEvent.KeyRotated(KEY));
        assertThat(FeedJson.read(Subject.GRANT, FeedJson.granted(new Credits(80))))
                .isEqualTo(new FeedEvent.Granted(new Credits(80)));
        assertThat(FeedJson.read(Subject.ENDPOINT, FeedJson.endpointAdded(ENDPOINT)))
                .isEqualTo(new FeedEvent.EndpointAdded(ENDPOINT));
    }

    @Test
    void what_is_written_of_a_file_is_read_again() {
        var told = Map.of(
                FeedJson.fileStored(FILE), new FeedEvent.FileStored(FILE),
                FeedJson.fileRefused(FILE), new FeedEvent.FileRefused(FILE),
                FeedJson.fileStudied(FILE, true), new FeedEvent.FileStudied(FILE, true),
                FeedJson.fileStudied(FILE, false), new FeedEvent.FileStudied(FILE, false),
                FeedJson.fileArchived(FILE), new FeedEvent.FileArchived(FILE),
                FeedJson.filePreviewed(FILE, true), new FeedEvent.FilePreviewed(FILE, true),
                FeedJson.filePreviewed(FILE, false), new FeedEvent.FilePreviewed(FILE, false));
        assertThat(told).hasSize(7).allSatisfy((body, event) -> {
            assertThat(FeedJson.read(Subject.FILE, body)).isEqualTo(event);
            assertThat(event.subject()).isEqualTo(Subject.FILE);
        });
    }

    @Test
    void what_is_written_of_an_endpoint_is_read_again() {
        var told = new HashMap<String, FeedEvent>();
        told.put(FeedJson.endpointDeleted(ENDPOINT), new FeedEvent.EndpointDeleted(ENDPOINT));
        told.put(FeedJson.endpointEnabled(ENDPOINT), new FeedEvent.EndpointEnabled(ENDPOINT));
        told.put(FeedJson.endpointRotated(ENDPOINT), new FeedEvent.EndpointRotated(ENDPOINT));
        told.put(FeedJson.endpointTested(ENDPOINT), new FeedEvent.EndpointTested(ENDPOINT));
        for (var reason : DisableReason.values())
            told.put(
                    FeedJson.endpointDisabled(ENDPOINT, reason),
                    new FeedEvent.EndpointDisabled(ENDPOINT, reason));
        assertThat(told)
                .hasSize(8)
                .allSatisfy((body, event) ->
                        assertThat(FeedJson.read(event.subject(), body)).isEqualTo(event));
    }

    @Test
    void what_stands_on_disk_is_read_as_ever() {
        assertThat(FeedJson.ofKey("{\"v\":2,\"added\":7}", KEY))
                .isEqualTo(new FeedEvent.KeyAdded(KEY));
        assertThat(FeedJson.read(Subject.GRANT, "{\"v\":2,\"granted\":80}"))
                .isEqualTo(new FeedEvent.Granted(new Credits(80)));
        assertThat(FeedJson.endpointAdded(ENDPOINT))
                .isEqualTo("{\"v\":2,\"added\":\"" + ENDPOINT + "\"}");
    }

    @Test
    void a_body_of_a_newer_build_is_refused() {
        assertThatThrownBy(() -> FeedJson.ofKey("{\"v\":6,\"added\":7}", KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer");
    }

    @Test
    void a_subject_that_nothing_writes_is_refused() {
        assertThatThrownBy(() -> FeedJson.read(Subject.DELIVERY, "{\"v\":2}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
