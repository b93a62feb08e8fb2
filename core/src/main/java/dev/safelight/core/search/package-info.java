/**
 * Finds an account's files by words and by meaning. A later step indexes what was stored; a search
 * joins what a store knows of words with vectors that are compared here, in memory off the heap.
 * Called by the faces that search. It is never part of a decision, and it must never compare or
 * count across accounts.
 */
@NullMarked
package dev.safelight.core.search;

import org.jspecify.annotations.NullMarked;
