/**
 * Programs that are installed on this machine, found and run as children. Engines call it. A
 * program never outlives its run, gets a caller's text as a file and never as an argument, and
 * nothing here knows what any program is for.
 */
@NullMarked
package dev.safelight.media.process;

import org.jspecify.annotations.NullMarked;
