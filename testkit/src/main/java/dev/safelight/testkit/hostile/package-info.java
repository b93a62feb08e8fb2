/**
 * Files that strangers might send to do harm, made by code: bombs, lies, polyglots, playlists that
 * pose as clips. Tests of whoever takes files call it. Nothing here reads a file, and none is ever
 * written by it.
 */
@NullMarked
package dev.safelight.testkit.hostile;

import org.jspecify.annotations.NullMarked;
