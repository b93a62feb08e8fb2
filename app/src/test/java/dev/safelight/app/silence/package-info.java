/**
 * That the product, with all that it depends on, tells nobody anything and leaves nothing behind:
 * it is run as people run it, and what it asked of the system is read afterwards.
 */
@NullMarked
package dev.safelight.app.silence;

import org.jspecify.annotations.NullMarked;
