/**
 * Administrative acts: keys and accounts, what they may be and who may change them. The network
 * face calls it for holders of keys that look after others; the stores keep its rules. Nothing here
 * finds out who is calling: that is {@link dev.safelight.core.access}.
 */
@NullMarked
package dev.safelight.core.account;

import org.jspecify.annotations.NullMarked;
