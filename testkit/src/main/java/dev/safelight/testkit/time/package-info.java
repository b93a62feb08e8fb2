/** Time for tests: it passes when a test says so. Called by tests of every module; never sleeps. */
@NullMarked
package dev.safelight.testkit.time;

import org.jspecify.annotations.NullMarked;
