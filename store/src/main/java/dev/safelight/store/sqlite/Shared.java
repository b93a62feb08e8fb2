package dev.safelight.store.sqlite;

/** What the writer keeps in memory and other threads look up. It outlives any one connection. */
record Shared(Names names, Directory directory, int keysInMemory) {}
