package dev.safelight.server.http.face;

import dev.safelight.server.http.problem.Header;

import java.util.List;

/**
 * One operation.
 *
 * @param path segments after slashes; {@code *} stands for any one segment, {@code **} at the end
 *     for one or more
 * @param headers that go with every answer, refusals too
 */
public record Route(
        String method,
        String path,
        Access access,
        BodyKind body,
        Handler handler,
        List<Header> headers) {
    /** A route whose answers alone say which headers go with them. */
    public Route(String method, String path, Access access, BodyKind body, Handler handler) {
        this(method, path, access, body, handler, List.of());
    }

    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, BodyKind.NONE, handler);
    }

    /** A POST that brings JSON. */
    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, BodyKind.JSON, handler);
    }

    /** A POST that brings JSON in which files may stand. */
    public static Route postLarge(String path, Access access, Handler handler) {
        return new Route("POST", path, access, BodyKind.LARGE_JSON, handler);
    }

    /** The same with headers that go with every answer. */
    public Route answering(List<Header> always) {
        return new Route(method, path, access, body, handler, always);
    }

    /** How it is named in metrics, as in {@code GET /assets/*}. */
    public String label() {
        return method + " " + path;
    }
}
