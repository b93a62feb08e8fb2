/**
 * The engine of test keys and of our own tests: outcomes are chosen by the request's metadata, and
 * a small real file of the right kind comes out. It makes nobody's media and says so in its tier.
 */
@NullMarked
package dev.safelight.engines.sandbox;

import org.jspecify.annotations.NullMarked;
