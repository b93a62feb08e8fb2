/**
 * What webhooks are put through: spellings of addresses that nobody may name, and receivers that
 * are made to harm. Tests of the check, of the client and of every entry point share them. It must
 * never connect to anything, nor listen anywhere but on loopback.
 */
@NullMarked
package dev.safelight.testkit.outbound;

import org.jspecify.annotations.NullMarked;
