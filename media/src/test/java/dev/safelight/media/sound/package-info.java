/** Tests of sound and its files. */
@NullMarked
package dev.safelight.media.sound;

import org.jspecify.annotations.NullMarked;
