/**
 * Files over HTTP: addresses that carry their own permission, and the route that serves them.
 * Dialects ask for an address; browsers and programs follow it. Nothing here lists files, and
 * nothing it answers tells whether another account's file exists.
 */
@NullMarked
package dev.safelight.server.asset;

import org.jspecify.annotations.NullMarked;
