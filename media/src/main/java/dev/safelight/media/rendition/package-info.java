/**
 * Smaller pictures of strangers' files. The app hands its maker to core, which asks it once for
 * each picture that was stored. Decoding is bounded in memory and time; what cannot be bounded gets
 * no smaller picture. Nothing here keeps anything, and nothing is made larger.
 */
@NullMarked
package dev.safelight.media.rendition;

import org.jspecify.annotations.NullMarked;
