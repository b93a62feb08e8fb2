package dev.safelight.server.asset;

import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Header;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stored bytes over HTTP: whole or a part, or not at all where the caller has them already. What a
 * file holds never runs here: its type is not guessed again, and a page that it turns out to be has
 * no origin and loads nothing.
 */
final class FileAnswer {
    static final Header READABLE = new Header("Access-Control-Allow-Origin", "*");
    private static final List<Header> ALWAYS = List.of(
            new Header("Accept-Ranges", "bytes"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header(
                    "Content-Security-Policy",
                    "sandbox; default-src 'none'; img-src 'self'; media-src 'self';"
                            + " style-src 'unsafe-inline'"),
            // The address is the permission, so a page of anybody's may read what it leads to.
            READABLE,
            new Header("Cross-Origin-Resource-Policy", "cross-origin"));

    private final Blobs blobs;
    private final String caching;

    /** @param caching how long a caller may go on with what it has */
    FileAnswer(Blobs blobs, String caching) {
        this.blobs = blobs;
        this.caching = caching;
    }

    /**
     * What is served.
     *
     * @param saved whether a browser saves it, whatever it is
     */
    record Served(Blob blob, String contentType, String name, boolean saved) {}

    /**
     * What a caller says of the bytes; kept where the call is not.
     *
     * @param range none where only the head is asked for: a part is of what is sent
     */
    record Asked(Optional<String> range, Optional<String> ifNoneMatch, Optional<String> ifRange) {
        static Asked of(Call call) {
            return new Asked(
                    call.isHead() ? Optional.empty() : call.header("Range"),
                    call.header("If-None-Match"),
                    call.header("If-Range"));
        }
    }

    /** Answers, or throws a {@link Refusal} for a part that lies outside the file. */
    Answer of(Served served, Asked asked) {
        var blob = served.blob();
        String tag = '"' + blob.sha256() + '"';
        var headers = headers(served, tag);
        if (asked.ifNoneMatch().filter(given -> names(given, tag)).isPresent())
            return new Answer.Text(304, "", new byte[0], headers);
        // A part of another version is worth nothing: then all of it is sent.
        boolean same = asked.ifRange().map(tag::equals).orElse(true);
        Optional<String> range = same ? asked.range() : Optional.empty();
        return switch (ByteRange.read(range, blob.bytes())) {
            case ByteRange.Whole() -> file(200, blob, new ByteRange(0, blob.bytes()), headers);
            case ByteRange.Part(var part) -> {
                headers.add(new Header("Content-Range", part.contentRange(blob.bytes())));
                yield file(206, blob, part, headers);
            }
            case ByteRange.Outside() -> throw outside(blob.bytes());
        };
    }

    private Answer file(int status, Blob blob, ByteRange part, List<Header> headers) {
        return new Answer.File(
                status, () -> blobs.open(blob.sha256()), part.from(), part.length(), headers);
    }

    private List<Header> headers(Served served, String tag) {
        var headers = new ArrayList<>(ALWAYS);
        headers.add(new Header("Cache-Control", caching));
        headers.add(new Header("Content-Type", served.contentType()));
        headers.add(new Header("ETag", tag));
        String shown = served.saved()
                ? Disposition.attachment(served.name())
                : Disposition.of(served.name(), served.contentType());
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
                        .with(READABLE.name(), READABLE.value()));
    }

    /** Whether an address is good, and what it leads to, any page may learn that has it. */
    static Refusal gone() {
        return new Refusal(
                Problem.of(ProblemCode.ASSET_NOT_FOUND, "This file is not kept any more.")
                        .with(READABLE.name(), READABLE.value()));
    }
}
