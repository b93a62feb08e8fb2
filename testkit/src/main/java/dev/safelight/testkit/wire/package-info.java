/**
 * A stand-in for the server: the documented wire format of the {@code tools} dialect over canned
 * tasks, with faults on demand. Tests of the client and the command line call it. It must never
 * answer a shape that the real server does not, nor be used where the real one could be.
 */
@NullMarked
package dev.safelight.testkit.wire;

import org.jspecify.annotations.NullMarked;
