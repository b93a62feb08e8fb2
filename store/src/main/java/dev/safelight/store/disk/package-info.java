/**
 * Folders whose entries survive a power cut. Called by whoever makes a folder, or gives a file its
 * name, that something durable relies on. It knows nothing of what the folders are for.
 */
@NullMarked
package dev.safelight.store.disk;

import org.jspecify.annotations.NullMarked;
