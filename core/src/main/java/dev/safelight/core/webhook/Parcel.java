package dev.safelight.core.webhook;

import java.util.List;

/**
 * A payload on its way.
 *
 * @param url as the caller named it
 * @param headers beside the type of the body, which is JSON
 * @param body JSON text, sent as UTF-8
 */
public record Parcel(String url, List<Header> headers, String body) {

    /** One header. */
    public record Header(String name, String value) {}
}
