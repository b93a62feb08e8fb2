package dev.safelight.cli;

import dev.safelight.client.ApiKey;

import java.net.URI;

/** Which server to ask, and with which key. */
public record Target(URI base, ApiKey key) {}
