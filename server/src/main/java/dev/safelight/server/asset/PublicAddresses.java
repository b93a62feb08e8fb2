package dev.safelight.server.asset;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.id.Id;
import dev.safelight.server.http.address.PublicAddress;

/** Addresses by which anybody sees a file while its owner lets them. They carry no end. */
public final class PublicAddresses {
    static final String BASE = "/p";
    private final PublicAddress base;

    public PublicAddresses(PublicAddress base) {
        this.base = base;
    }

    /** The file itself. */
    public String file(Asset asset, Id preview) {
        return base.of(BASE + "/" + preview + "/" + segment(asset));
    }

    static String segment(Asset asset) {
        return AssetAddresses.segment(asset.file().name());
    }
}
