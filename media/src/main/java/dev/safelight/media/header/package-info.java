/**
 * What the headers of strangers' files say, read in Java from a bounded part of the file. The
 * inspector and the maker of renditions call it. It never decodes anything, believes no length that
 * the file does not have, and knows no limit but that of its own work.
 */
@NullMarked
package dev.safelight.media.header;

import org.jspecify.annotations.NullMarked;
