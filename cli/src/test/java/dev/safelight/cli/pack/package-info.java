/** The command of packs, on a list of its own; no test here needs a network. */
@NullMarked
package dev.safelight.cli.pack;

import org.jspecify.annotations.NullMarked;
