package dev.safelight.core.tool;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;

import java.time.Instant;

/** Stored files for tests that only care what is known of them. */
public final class SampleFiles {
    private SampleFiles() {}

    /** A file of which this is known, as JSON text. */
    public static Asset knownAs(String facts) {
        return of(1, facts);
    }

    /** One that differs from others by its number. */
    public static Asset of(long number, String facts) {
        var blob = new Blob("0".repeat(64), 1);
        var id = new AssetId(new Id(9, number));
        return new Asset(
                new NewAsset(id, blob, "video/mp4", "a.mp4", facts),
                new AccountId(1),
                Instant.EPOCH,
                null);
    }
}
