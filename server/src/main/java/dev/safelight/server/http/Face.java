package dev.safelight.server.http;

import java.util.List;

/**
 * The routes below one base path, and how Problems look there.
 *
 * @param base as in {@code /api/v1}; unknown paths below it are answered in its envelope
 */
public record Face(String base, Envelope envelope, List<Route> routes) {}
