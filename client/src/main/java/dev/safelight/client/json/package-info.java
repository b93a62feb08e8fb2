/**
 * JSON as one tree, and the few lines that read and write it. It exists so that the SDK brings no
 * dependency along; the SDK calls it, and so may programs that print a line for other programs. It
 * must never guess: text that is not JSON is refused with the place where it stops being JSON.
 */
@NullMarked
package dev.safelight.client.json;

import org.jspecify.annotations.NullMarked;
