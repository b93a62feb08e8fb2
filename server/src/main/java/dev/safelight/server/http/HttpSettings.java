package dev.safelight.server.http;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Where the server listens and what it bears.
 *
 * @param host an address or name of this machine
 * @param port 0 for any free one
 * @param publicUrl what absolute addresses in answers begin with; null for the listening address
 * @param cors which pages of other origins may call
 */
public record HttpSettings(
        String host, int port, @Nullable URI publicUrl, Cors cors, HttpLimits limits) {}
