/** Tests of what texts mean. */
@NullMarked
package dev.safelight.media.meaning;

import org.jspecify.annotations.NullMarked;
