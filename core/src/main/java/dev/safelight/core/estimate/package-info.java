/**
 * When a task will probably be done: from what waits and runs now, and from how long the last runs
 * took. Told of every commit; asked by dialects, which show it beside a task. A guess for people
 * and for polling clients: nothing may be decided by it.
 */
@NullMarked
package dev.safelight.core.estimate;

import org.jspecify.annotations.NullMarked;
