package dev.safelight.server.http;

/**
 * One operation.
 *
 * @param path segments after slashes; {@code *} stands for any one segment, {@code **} at the end
 *     for one or more
 */
public record Route(String method, String path, Access access, BodyKind body, Handler handler) {
    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, BodyKind.NONE, handler);
    }

    /** A POST that brings JSON. */
    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, BodyKind.JSON, handler);
    }

    /** How it is named in metrics, as in {@code GET /assets/*}. */
    String label() {
        return method + " " + path;
    }
}
