/**
 * Opens the embedded store's file: its schema, its connections with the pragmas that each part
 * needs, and what is special about its driver. It knows no table.
 */
@NullMarked
package dev.safelight.store.sqlite.connect;

import org.jspecify.annotations.NullMarked;
