/**
 * Who did what: administrative acts on keys and accounts, written by the stores in the transactions
 * that decide them and never changed. Whoever shows the log reads it; nothing here decides
 * anything, and no entry holds a body, an address, a label or a text of a key.
 */
@NullMarked
package dev.safelight.core.audit;

import org.jspecify.annotations.NullMarked;
