/** Tests of what texts mean. */
@NullMarked
package dev.safelight.engines.meaning;

import org.jspecify.annotations.NullMarked;
