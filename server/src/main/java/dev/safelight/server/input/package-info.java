/**
 * Checks inputs against the JSON Schemas of tools and words what is wrong for people. Dialects call
 * it before they call a use case. It never fetches a schema from anywhere, and of
 * an input it removes nulls that say nothing, and changes nothing else.
 */
@NullMarked
package dev.safelight.server.input;

import org.jspecify.annotations.NullMarked;
