/** TBD tool */
@NullMarked
package dev.safelight.core.tool;

import org.jspecify.annotations.NullMarked;
