package dev.safelight.store.sql;

import java.util.function.IntFunction;

/**
 * How one kind of database keeps the number of its schema: statements in its own dialect.
 *
 * @param read gives the number; 0 where nothing was made yet
 * @param begin opens a transaction that no other writer comes into
 * @param write keeps a number, in the transaction that is open
 */
public record SchemaVersion(String read, String begin, IntFunction<String> write) {}
