package dev.safelight.server.asset;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.id.Id;
import dev.safelight.server.http.Access;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Conventions;
import dev.safelight.server.http.Face;
import dev.safelight.server.http.Header;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;
import dev.safelight.server.http.Route;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /assets/{id}/{name}}, or {@code {id}/download/{name}} to save it: serves a file to
 * whoever holds a signed address of it.
 */
public final class AssetFace {
    private static final String READABLE = "Access-Control-Allow-Origin";
    private static final List<Header> ALWAYS = List.of(
            new Header("Accept-Ranges", "bytes"),
            new Header("Cache-Control", "private, max-age=3600"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header(
                    "Content-Security-Policy",
                    "sandbox; default-src 'none'; img-src 'self'; media-src 'self';"
                            + " style-src 'unsafe-inline'"),
            // The address is the permission, so a page of anybody's may read what it leads to.
            new Header(READABLE, "*"),
            new Header("Cross-Origin-Resource-Policy", "cross-origin"));
    private final AssetAddresses addresses;
    private final Assets assets;
    private final Blobs blobs;
    private final InstantSource clock;

    public AssetFace(AssetAddresses addresses, Assets assets, Blobs blobs, InstantSource clock) {
        this.addresses = addresses;
        this.assets = assets;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The routes. */
    public Face face() {
        return new Face(
                List.of("/assets"),
                Conventions.PLAIN,
                List.of(
                        Route.get("/assets/*/*", Access.OPEN, call -> serve(call, false)),
                        Route.get("/assets/*/download/*", Access.OPEN, call -> serve(call, true))));
    }

    private Answer serve(Call call, boolean saved) {
        check(call);
        AssetId id = id(call.segment(0));
        // The rest is looked at now: a call is not kept while the store is asked.
        var asked = new Asked(
                call.header("Range"), call.header("If-None-Match"), call.header("If-Range"), saved);
        return Answer.later(assets.find(id), found -> answer(alive(found), asked));
    }

    /** Whether an address is good any page may learn that has it, as it may read the file. */
    private void check(Call call) {
        try {
            addresses.check(call);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.problem().with(READABLE, "*"));
        }
    }

    private record Asked(
            Optional<String> range,
            Optional<String> ifNoneMatch,
            Optional<String> ifRange,
            boolean saved) {}

    /** Of a path that we signed. */
    private static AssetId id(String segment) {
        return Id.parse(segment).map(AssetId::new).orElseThrow();
    }

    private Asset alive(Optional<Asset> found) {
        return found.filter(asset -> asset.isKept(clock.instant()))
                .orElseThrow(() -> new Refusal(
                        Problem.of(ProblemCode.ASSET_NOT_FOUND, "This file is not kept any more.")
                                .with(READABLE, "*")));
    }

    private Answer answer(Asset asset, Asked asked) {
        var blob = asset.file().blob();
        String tag = '"' + blob.sha256() + '"';
        var headers = headers(asset, tag, asked.saved());
        if (asked.ifNoneMatch().filter(given -> names(given, tag)).isPresent())
            return new Answer.Text(304, "", new byte[0], headers);
        // A part of another version is worth nothing: then all of it is sent.
        boolean same = asked.ifRange().map(tag::equals).orElse(true);
        Optional<String> range = same ? asked.range() : Optional.empty();
        return switch (ByteRange.read(range, blob.bytes())) {
            case ByteRange.Whole() -> file(200, asset, new ByteRange(0, blob.bytes()), headers);
            case ByteRange.Part(var part) -> {
                headers.add(new Header("Content-Range", part.contentRange(blob.bytes())));
                yield file(206, asset, part, headers);
            }
            case ByteRange.Outside() -> throw outside(blob.bytes());
        };
    }

    private Answer file(int status, Asset asset, ByteRange part, List<Header> headers) {
        String digest = asset.file().blob().sha256();
        return new Answer.File(
                status, () -> blobs.open(digest), part.from(), part.length(), headers);
    }

    private static List<Header> headers(Asset asset, String tag, boolean saved) {
        String type = asset.file().contentType();
        var headers = new ArrayList<>(ALWAYS);
        headers.add(new Header("Content-Type", type));
        headers.add(new Header("ETag", tag));
        String name = asset.file().name();
        String shown = saved ? Disposition.attachment(name) : Disposition.of(name, type);
        headers.add(new Header("Content-Disposition", shown));
        return headers;
    }

    private static boolean names(String ifNoneMatch, String tag) {
        return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag);
    }

    private static Refusal outside(long bytes) {
        return new Refusal(
                Problem.of(ProblemCode.RANGE_NOT_SATISFIABLE, "The file has " + bytes + " bytes.")
                        .with("Content-Range", "bytes */" + bytes)
                        .with(READABLE, "*"));
    }
}
