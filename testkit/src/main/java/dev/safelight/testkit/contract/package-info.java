/**
 * What every store behind core's ports has to do, as one suite of tests: a store's own test extends
 * {@link dev.safelight.testkit.contract.TaskStoreContract} and says how to open it. Called by tests
 * only. It knows no table, no thread and no clock but the virtual one.
 */
@NullMarked
package dev.safelight.testkit.contract;

import org.jspecify.annotations.NullMarked;
