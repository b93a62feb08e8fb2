/**
 * A thin layer over JDBC: one connection and its statements, SQL loaded from files, numbered
 * migrations. Only the store's own packages call it, on platform threads; it knows no table.
 */
@NullMarked
package dev.safelight.store.sql;

import org.jspecify.annotations.NullMarked;
