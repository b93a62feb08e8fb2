package dev.safelight.server.asset;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.Files;
import dev.safelight.server.asset.FileAnswer.Asked;
import dev.safelight.server.asset.FileAnswer.Served;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Refusal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code GET /assets/{id}/{name}}, {@code {id}/download/{name}} to save it, {@code
 * {id}/thumbnail/{name}} and {@code {id}/preview/{name}}: serves a file to whoever holds a signed
 * address of it.
 */
public final class AssetFace {
    private final AssetAddresses addresses;
    private final Assets assets;
    private final Files files;
    private final InstantSource clock;
    private final FileAnswer answers;

    public AssetFace(
            AssetAddresses addresses,
            Assets assets,
            Files files,
            Blobs blobs,
            InstantSource clock) {
        this.addresses = addresses;
        this.assets = assets;
        this.files = files;
        this.clock = clock;
        answers = new FileAnswer(blobs, "private, max-age=3600");
    }

    /** The routes. */
    public Face face() {
        var routes = new ArrayList<Route>();
        routes.add(route("", call -> serve(call, addresses::checkView, false)));
        routes.add(route("download/", call -> serve(call, addresses::checkDownload, true)));
        for (var size : Rendition.Size.values())
            routes.add(route(AssetAddresses.word(size) + "/", call -> serve(call, size)));
        return new Face(List.of("/assets"), Conventions.PLAIN, List.copyOf(routes));
    }

    private static Route route(String way, Handler handler) {
        return Route.get("/assets/*/" + way + "*", Access.OPEN, handler);
    }

    private Answer serve(Call call, Consumer<Call> signature, boolean saved) {
        check(call, signature);
        // The rest is looked at now: a call is not kept while the store is asked.
        var asked = Asked.of(call);
        return Answer.later(assets.find(id(call)), found -> {
            var file = alive(found).file();
            return answers.of(
                    new Served(file.blob(), file.contentType(), file.name(), saved), asked);
        });
    }

    private Answer serve(Call call, Rendition.Size size) {
        check(call, addresses::checkView);
        var id = id(call);
        var asked = Asked.of(call);
        return Answer.later(assets.find(id), found -> {
            var asset = alive(found);
            return Answer.later(files.rendition(id, size), made -> {
                var picture = made.orElseThrow(FileAnswer::gone);
                String name = AssetAddresses.name(asset, picture);
                return answers.of(
                        new Served(picture.blob(), picture.contentType(), name, false), asked);
            });
        });
    }

    private static void check(Call call, Consumer<Call> signature) {
        try {
            signature.accept(call);
        } catch (Refusal refusal) {
            var readable = FileAnswer.READABLE;
            throw new Refusal(refusal.problem().with(readable.name(), readable.value()));
        }
    }

    /** Of a path that we signed. */
    private static AssetId id(Call call) {
        return Id.parse(call.segment(0)).map(AssetId::new).orElseThrow();
    }

    private Asset alive(Optional<Asset> found) {
        return found.filter(asset -> asset.isKept(clock.instant())).orElseThrow(FileAnswer::gone);
    }
}
