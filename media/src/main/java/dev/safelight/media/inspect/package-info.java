/**
 * What a stranger's file is and what is known of it, by its bytes alone. The app hands its
 * inspector to core, which asks it about everything that is uploaded. It decodes nothing in this
 * process, believes neither a name nor what a caller says, and opens nothing but the file.
 */
@NullMarked
package dev.safelight.media.inspect;

import org.jspecify.annotations.NullMarked;
