/**
 * {@code packs list|install|verify}, for people and for the launcher: needs no server. {@code app}
 * calls {@link dev.safelight.cli.pack.PackCommand} with the folder of the packs. What a pack is and
 * how it is put in place stands in {@code media}; it must never fetch what was not asked for.
 */
@NullMarked
package dev.safelight.cli.pack;

import org.jspecify.annotations.NullMarked;
