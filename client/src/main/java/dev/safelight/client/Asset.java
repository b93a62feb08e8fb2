package dev.safelight.client;

import java.net.URI;

/**
 * A file that can be downloaded for about an hour, by anyone who has its address.
 *
 * @param url signed; needs no key
 * @param sha256 in lower-case hexadecimal
 */
public record Asset(AssetId id, URI url, String contentType, long bytes, String sha256) {}
