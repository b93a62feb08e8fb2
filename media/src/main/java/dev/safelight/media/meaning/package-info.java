/**
 * What short texts mean, as vectors that can be compared: near in meaning is near in direction.
 * Whoever looks for something by a phrase asks it, as the illustrator does for its art. It must
 * never reach the network, nor keep what it was asked.
 */
@NullMarked
package dev.safelight.media.meaning;

import org.jspecify.annotations.NullMarked;
