/**
 * The listener and everything that is the same for every dialect: keys, limits, request ids, held
 * answers, streams and health. The application builds a {@link
 * dev.safelight.server.http.HttpServer} and hands it faces, which are written against {@code face},
 * {@code body}, {@code problem} and {@code address} below. Nothing in here knows what a task is,
 * waits for the store longer than a short read takes, or starts a thread of its own.
 */
@NullMarked
package dev.safelight.server.http;

import org.jspecify.annotations.NullMarked;
