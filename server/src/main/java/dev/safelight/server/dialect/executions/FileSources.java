package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StoredFile;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.PublicAddresses;
import dev.safelight.server.asset.ShownType;
import dev.safelight.server.dialect.Facts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.http.address.SignedAddresses;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;

/** The ways to a file's bytes: signed for a week, but for what its owner lets everybody see. */
final class FileSources {
    private static final Duration LASTING = Duration.ofDays(7);
    private final AssetAddresses addresses;
    private final PublicAddresses publics;
    private final KnownAssets assets;

    FileSources(AssetAddresses addresses, PublicAddresses publics, KnownAssets assets) {
        this.addresses = addresses;
        this.publics = publics;
        this.assets = assets;
    }

    /** Where it is saved. */
    Source download(Asset asset, Facts facts) {
        if (!assets.isThere(asset)) return Source.None.FAILED;
        return whole(addresses.signDownload(asset, LASTING), asset, facts);
    }

    /** A small picture of it. */
    Source thumbnail(StoredFile.Whole file, Facts facts) {
        var asset = file.asset();
        if (!assets.isThere(asset)) return Source.None.FAILED;
        if (ShownType.of(asset.file().contentType()) != ShownType.PICTURE)
            return Source.None.SKIPPED;
        var made = made(file, Rendition.Size.THUMBNAIL);
        if (made != null) return rendition(asset, made);
        return unmade(file, facts);
    }

    /**
     * Without a smaller one a picture stands for itself. One that somebody brought is looked at
     * first: until then nobody knows whether it can be shown at all.
     */
    private Source unmade(StoredFile.Whole file, Facts facts) {
        boolean brought = file.asset().maker() == null;
        return switch (file.state().study()) {
            case WAITING -> brought ? Source.None.PENDING : inline(file.asset(), facts);
            case FAILED -> brought ? Source.None.FAILED : inline(file.asset(), facts);
            case DONE, NONE -> inline(file.asset(), facts);
        };
    }

    /** Where it is shown in a page. */
    Source preview(StoredFile.Whole file, Facts facts) {
        var asset = file.asset();
        if (!assets.isThere(asset)) return Source.None.FAILED;
        return switch (ShownType.of(asset.file().contentType())) {
            case PICTURE -> {
                var made = made(file, Rendition.Size.PREVIEW);
                yield made == null ? unmade(file, facts) : rendition(asset, made);
            }
            case CLIP, SOUND -> inline(asset, facts);
            case NEVER -> Source.None.SKIPPED;
        };
    }

    /** Where everybody sees it, or null while nobody is to. */
    @Nullable
    Source open(StoredFile.Whole file, Facts facts) {
        var asset = file.asset();
        Id preview = file.state().preview();
        if (preview == null || !assets.isThere(asset)) return null;
        return new Source.Ready(
                publics.file(asset, preview),
                null,
                facts.width(),
                facts.height(),
                asset.file().blob().bytes());
    }

    private Source inline(Asset asset, Facts facts) {
        return whole(addresses.sign(asset, LASTING), asset, facts);
    }

    private static Source whole(SignedAddresses.Signed address, Asset asset, Facts facts) {
        return Source.Ready.of(
                address, facts.width(), facts.height(), asset.file().blob().bytes());
    }

    private Source rendition(Asset asset, Rendition made) {
        return Source.Ready.of(
                addresses.sign(asset, made, LASTING),
                BigDecimal.valueOf(made.width()),
                BigDecimal.valueOf(made.height()),
                made.blob().bytes());
    }

    private static @Nullable Rendition made(StoredFile.Whole file, Rendition.Size size) {
        FileState state = file.state();
        return state.renditions().stream()
                .filter(rendition -> rendition.size() == size)
                .findFirst()
                .orElse(null);
    }
}
