/**
 * A whole server in one process, in virtual time, on a real port, and clients of every kind to
 * call it with. What tests over the wire share; no test stands here.
 */
@NullMarked
package dev.safelight.app.live;

import org.jspecify.annotations.NullMarked;
