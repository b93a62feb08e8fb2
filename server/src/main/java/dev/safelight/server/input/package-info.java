/**
 * Checks inputs against the JSON Schemas of tools and words what is wrong for people. Dialects call
 * it before they call a use case. It never fetches a schema from anywhere and changes no input.
 */
@NullMarked
package dev.safelight.server.input;

import org.jspecify.annotations.NullMarked;
