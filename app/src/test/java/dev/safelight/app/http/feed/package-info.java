/**
 * The feed of an account over the wire.
 */
@NullMarked
package dev.safelight.app.http.feed;

import org.jspecify.annotations.NullMarked;
