package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.server.dialect.KnownFiles;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Which files stay in memory between two looks. */
class KnownFilesTest extends OverTheWire {
    private AssetId brought(String transcript) {
        var who = server.owner;
        var id = new AssetId(server.dialects.source().ids().next(who.account().number()));
        var wish = new NewUpload.Wish("a.png", null, false, transcript);
        var upload =
                new NewUpload(id, who.account(), who.key(), new KeyDigest("0".repeat(64)), wish);
        var received = new Received(
                new Blob("0".repeat(64), 1),
                new Inspection.Understood("image/png", FileFacts.picture(9, 9)));
        server.live.store.uploads().add(upload, received).join();
        return id;
    }

    /** How often the store is asked for a file that is looked at twice. */
    private int asked(AssetId id) {
        var known = new KnownFiles(server.library);
        int before = server.library.asked();
        for (int look = 0; look < 2; look++) {
            var found = known.findMade(server.owner.account(), List.of(id)).join();
            assertThat(found).hasSize(1);
        }
        return server.library.asked() - before;
    }

    @Test
    void those_with_a_short_transcript_do() {
        assertThat(asked(brought("a cat purrs"))).isEqualTo(1);
    }

    @Test
    void those_with_a_long_one_would_fill_it() {
        assertThat(asked(brought("cat ".repeat(5_000)))).isEqualTo(2);
    }
}
