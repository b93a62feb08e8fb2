/**
 * Workers and the hub of waits over the store in virtual time, situation by situation. The whole
 * assembly under random seeds is app's. Nothing in here depends on the real clock.
 */
@NullMarked
package dev.safelight.store.simulation;

import org.jspecify.annotations.NullMarked;
