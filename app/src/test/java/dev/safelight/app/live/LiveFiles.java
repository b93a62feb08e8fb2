package dev.safelight.app.live;

import dev.safelight.core.search.Indexing;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.Searches;
import dev.safelight.core.upload.UploadLimits;
import dev.safelight.core.upload.UploadPorts;
import dev.safelight.core.upload.Uploads;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.AssetFace;
import dev.safelight.server.asset.PublicAddresses;
import dev.safelight.server.asset.PublicFace;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.upload.Intake;
import dev.safelight.server.upload.UploadAddresses;
import dev.safelight.server.upload.UploadFace;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.testkit.search.Topics;
import dev.safelight.testkit.time.VirtualTime;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What a {@link LiveServer} does with files. Nothing is looked at, and found once indexed. */
public final class LiveFiles {
    /** What its addresses are signed for. */
    static final List<String> PURPOSES = Stream.concat(
                    AssetAddresses.PURPOSES.stream(), Stream.of(UploadAddresses.PURPOSE))
            .toList();

    private static final Searches.Limits SEARCHES = new Searches.Limits(1, 9, 1 << 20);

    private final SqliteStore store;
    private final PublicAddress address;
    private final FolderBlobs blobs;
    private final VirtualTime time;
    private final AssetAddresses addresses;
    private final CountedAssets assets;
    private final CountedFiles library;
    private final Uploads uploads;
    private final Hindrances hindrances = new Hindrances();
    private final Topics meaning = new Topics();
    private final Searches searches;

    LiveFiles(
            SqliteStore store,
            PublicAddress address,
            FolderBlobs blobs,
            VirtualTime time,
            UploadLimits limits) {
        this.store = store;
        this.address = address;
        this.blobs = blobs;
        this.time = time;
        addresses = new AssetAddresses(address, store.secrets(), time);
        assets = new CountedAssets(store.assets());
        library = new CountedFiles(store.files(time));
        uploads = new Uploads(
                new UploadPorts(
                        store.uploads(),
                        store.accounts(),
                        store.limits(),
                        hindrances.over(blobs),
                        hindrances.inspectors(),
                        time),
                limits);
        library.onChanged(uploads::end);
        searches = new Searches(store.search(), meaning, Runnable::run, SEARCHES);
    }

    /** Lets all files be found. */
    public void index() {
        var step = new Indexing(store.search(), meaning);
        for (var part : SearchIndex.Part.values())
            while (store.search().unread(part, 1).join().upTo() != null) step.step(time.instant());
    }

    void close() {
        searches.close();
    }

    CountedAssets assets() {
        return assets;
    }

    CountedFiles library() {
        return library;
    }

    Hindrances hindrances() {
        return hindrances;
    }

    Uploads uploads() {
        return uploads;
    }

    DialectPorts.Library shown() {
        return new DialectPorts.Library(
                new KnownAssets(assets, time),
                new KnownFiles(library),
                library,
                searches,
                addresses,
                new PublicAddresses(address));
    }

    DialectPorts.Incoming incoming(Executor receivers) {
        return new DialectPorts.Incoming(
                uploads,
                new UploadAddresses(address, store.secrets(), time),
                new Intake(uploads, receivers));
    }

    /** The faces of files alone. */
    List<Face> faces(DialectPorts dialects) {
        var incoming = dialects.incoming();
        var spellings = dialects.source().spellings();
        return List.of(
                new UploadFace(uploads, incoming.addresses(), incoming.intake()).face(),
                new AssetFace(addresses, store.assets(), library, blobs, time).face(),
                new PublicFace(library, blobs, id -> spellings.read(IdKind.PREVIEW, id), time)
                        .face());
    }
}
