/** What files are found by, and in which order. */
@NullMarked
package dev.safelight.core.search;

import org.jspecify.annotations.NullMarked;
