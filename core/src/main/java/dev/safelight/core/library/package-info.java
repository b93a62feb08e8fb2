/**
 * What an account has in files, made and uploaded alike: listed, shown to others, put away, looked
 * at by a later step. Called by the faces that show files. It never changes a file's bytes, and
 * shows none whose bytes are not stored.
 */
@NullMarked
package dev.safelight.core.library;

import org.jspecify.annotations.NullMarked;
