/**
 * The formulas of scheduling, as values: in which order an account's tasks start, and how accounts
 * share an engine by weight. Every store calls it and keeps the waiting tasks by a mechanism of its
 * own, in memory or in SQL. It knows no task, no slot and no clock.
 */
@NullMarked
package dev.safelight.core.schedule;

import org.jspecify.annotations.NullMarked;
