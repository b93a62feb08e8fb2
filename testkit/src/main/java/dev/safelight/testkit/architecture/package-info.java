/**
 * Rules about compiled classes that more than one module's tests apply to their own class path. The
 * architecture tests call it; it must never know a class of the product.
 */
@NullMarked
package dev.safelight.testkit.architecture;

import org.jspecify.annotations.NullMarked;
