/** What must be true of a store's rows whatever happened. Only tests call it; it never writes. */
@NullMarked
package dev.safelight.testkit.audit;

import org.jspecify.annotations.NullMarked;
