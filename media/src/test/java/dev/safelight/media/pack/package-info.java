/** Packs are installed from archives that the tests write; no test here needs a network. */
@NullMarked
package dev.safelight.media.pack;

import org.jspecify.annotations.NullMarked;
