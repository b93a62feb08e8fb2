/**
 * What can be asked for. A tool is defined once, in a JSON file of this package: names, schemas,
 * price, times, examples. Every face is a rendering of that definition; none adds rules of its own.
 */
@NullMarked
package dev.safelight.core.tool;

import org.jspecify.annotations.NullMarked;
