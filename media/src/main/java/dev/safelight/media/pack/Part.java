package dev.safelight.media.pack;

/** An entry of a package's archive; a large file may be spread over several. */
record Part(Release release, String path) {}
