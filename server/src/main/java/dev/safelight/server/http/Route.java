package dev.safelight.server.http;

/**
 * One operation.
 *
 * @param path segments after slashes; {@code *} stands for any one segment
 */
public record Route(String method, String path, Access access, Endpoint endpoint) {
    public static Route get(String path, Access access, Endpoint endpoint) {
        return new Route("GET", path, access, endpoint);
    }

    public static Route post(String path, Access access, Endpoint endpoint) {
        return new Route("POST", path, access, endpoint);
    }

    /** How it is named in metrics, as in {@code GET /assets/*}. */
    String label() {
        return method + " " + path;
    }
}
