package dev.safelight.server.asset;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.server.asset.FileAnswer.Asked;
import dev.safelight.server.asset.FileAnswer.Served;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * {@code GET /p/{id}}: a page that plays a public file; {@code /p/{id}/{name}}: the file itself.
 * Both are gone the moment that their owner ends it, so nobody is to keep a copy unasked.
 */
public final class PublicFace {
    private static final String CACHING = "no-cache";

    private final Files files;
    private final Function<String, Optional<Id>> ids;
    private final InstantSource clock;
    private final FileAnswer answers;

    /** @param ids reads what an address names a file by, in the spelling of any dialect */
    public PublicFace(
            Files files, Blobs blobs, Function<String, Optional<Id>> ids, InstantSource clock) {
        this.files = files;
        this.ids = ids;
        this.clock = clock;
        answers = new FileAnswer(blobs, CACHING);
    }

    /** The routes. */
    public Face face() {
        String page = PublicAddresses.BASE + "/*";
        return new Face(
                List.of(PublicAddresses.BASE),
                Conventions.PLAIN,
                List.of(
                        Route.get(page, Access.OPEN, this::page),
                        Route.get(page + "/*", Access.OPEN, this::file)));
    }

    private Answer page(Call call) {
        return Answer.later(
                find(call),
                found -> PreviewPage.of(alive(found), ids.apply(call.segment(0)).orElseThrow()));
    }

    private Answer file(Call call) {
        var asked = Asked.of(call);
        return Answer.later(find(call), found -> {
            var file = alive(found).file();
            return answers.of(
                    new Served(file.blob(), file.contentType(), file.name(), false), asked);
        });
    }

    private CompletableFuture<Optional<StoredFile.Whole>> find(Call call) {
        return ids.apply(call.segment(0))
                .map(files::findPublic)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private Asset alive(Optional<StoredFile.Whole> found) {
        return found.map(StoredFile.Whole::asset)
                .filter(asset -> asset.isKept(clock.instant()))
                .orElseThrow(FileAnswer::gone);
    }
}
