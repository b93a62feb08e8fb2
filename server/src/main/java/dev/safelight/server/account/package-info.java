/**
 * The operations on keys, accounts, the ledger and the audit log, the same for all dialects: parse,
 * call core's ports, render. What a key may do is checked by its route before anything here is
 * called; whose objects it may touch is decided by the store.
 */
@NullMarked
package dev.safelight.server.account;

import org.jspecify.annotations.NullMarked;
