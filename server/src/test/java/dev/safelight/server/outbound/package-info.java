/** Tests of what leaves the server for addresses that callers name. */
@NullMarked
package dev.safelight.server.outbound;

import org.jspecify.annotations.NullMarked;
