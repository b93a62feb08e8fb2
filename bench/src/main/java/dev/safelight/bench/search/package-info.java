/**
 * What a search of files costs, beside a bare loop over the same vectors, in a process with little
 * heap. Its files are written straight into the store's tables, so that minutes of indexing need
 * not be waited for.
 */
@NullMarked
package dev.safelight.bench.search;

import org.jspecify.annotations.NullMarked;
