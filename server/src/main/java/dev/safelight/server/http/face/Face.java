package dev.safelight.server.http.face;

import java.util.List;

/**
 * The routes of one API, and how its callers send keys and read answers.
 *
 * @param bases as in {@code /api/v1}: what is unknown below one of them is answered in its
 *     conventions; of several faces the longest base counts
 */
public record Face(List<String> bases, Conventions conventions, List<Route> routes) {}
