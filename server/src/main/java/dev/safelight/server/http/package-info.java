/**
 * The listener and everything that is the same for every dialect: routes, keys, limits, bodies,
 * request ids, held answers, health and the one funnel from a fault to a Problem. The application
 * builds a {@link dev.safelight.server.http.HttpServer} and hands it faces; dialects are given a
 * {@link dev.safelight.server.http.Call} and give back an {@link dev.safelight.server.http.Answer}.
 * Nothing in here knows what a task is, waits for the store longer than a short read takes, or
 * starts a thread of its own.
 */
@NullMarked
package dev.safelight.server.http;

import org.jspecify.annotations.NullMarked;
