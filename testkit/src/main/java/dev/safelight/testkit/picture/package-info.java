/**
 * Files of pictures, taken apart by their specifications. Tests of whoever writes one call it; it
 * must never use what the product writes them with.
 */
@NullMarked
package dev.safelight.testkit.picture;

import org.jspecify.annotations.NullMarked;
