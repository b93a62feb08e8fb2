/**
 * Files that callers bring: asked for first, received once, understood, and only then a file like
 * any other. Called by the faces that take bytes; what it decides is kept by its port. It must
 * never show a file whose bytes are not stored whole.
 */
@NullMarked
package dev.safelight.core.upload;

import org.jspecify.annotations.NullMarked;
