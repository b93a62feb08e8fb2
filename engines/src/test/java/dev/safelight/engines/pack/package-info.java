/** Packs are installed from archives that the tests write; no test here needs a network. */
@NullMarked
package dev.safelight.engines.pack;

import org.jspecify.annotations.NullMarked;
