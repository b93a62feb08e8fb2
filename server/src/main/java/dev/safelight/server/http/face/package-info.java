/**
 * What a face is made of: the routes that it adds, the {@link
 * dev.safelight.server.http.face.Call} that its handlers are given, the {@link
 * dev.safelight.server.http.face.Answer} that they give back, and what it decides for all of them,
 * as how errors are worded and which headers tell of limits. Dialects, the feed and the files'
 * addresses are written against this; the listener serves it. Nothing in here listens or writes.
 */
@NullMarked
package dev.safelight.server.http.face;

import org.jspecify.annotations.NullMarked;
