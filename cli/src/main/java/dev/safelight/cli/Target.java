package dev.safelight.cli;

import java.net.URI;

/** Which server to ask, and with which key. */
public record Target(URI base, String key) {}
