/**
 * The rows of files that come in and of what may change of any file: uploads, the bytes that an
 * account's take, what a later step has looked at. Written within the transaction that somebody
 * else opened; decides nothing. Rows of what tasks make are written with the tasks, by other
 * tables.
 */
@NullMarked
package dev.safelight.store.sqlite.files;

import org.jspecify.annotations.NullMarked;
