/**
 * What short texts mean, as vectors that can be compared: near in meaning is near in direction. The
 * illustrator asks it which art a word names. It must never reach the network, nor keep what it was
 * asked.
 */
@NullMarked
package dev.safelight.engines.meaning;

import org.jspecify.annotations.NullMarked;
