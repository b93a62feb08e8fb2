/**
 * The server as a process of its own, killed and crowded: what its callers wrote down decides. Run
 * by the build; nothing here looks into the server while it runs.
 */
@NullMarked
package dev.safelight.app.proof;

import org.jspecify.annotations.NullMarked;
