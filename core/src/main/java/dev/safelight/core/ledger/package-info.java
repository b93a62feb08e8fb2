/**
 * Credits: double entry, one book an account, no row shared between accounts. A posting moves
 * credits between the four columns of one book and sums to zero. The task rules call this; it knows
 * nothing of tasks, and nothing here rounds, divides or goes negative. What a key may spend in a
 * window of time is decided here too.
 */
@NullMarked
package dev.safelight.core.ledger;

import org.jspecify.annotations.NullMarked;
