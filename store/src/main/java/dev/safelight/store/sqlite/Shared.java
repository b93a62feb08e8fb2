package dev.safelight.store.sqlite;

/**
 * What outlives any one connection of the writer: what it keeps in memory and other threads look
 * up, and how many idempotency keys it keeps there.
 */
record Shared(Names names, Directory directory, int keysInMemory) {}
