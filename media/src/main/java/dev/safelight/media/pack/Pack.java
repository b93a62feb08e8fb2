package dev.safelight.media.pack;

import java.util.List;

/**
 * A set of files that engines use together.
 *
 * @param name as in {@code noto-art}; also its folder
 * @param purpose a few words for people
 * @param licence an SPDX expression for what is in it
 * @param isDefault whether it is installed with the product
 * @param files the main one first
 */
public record Pack(
        String name, String purpose, String licence, boolean isDefault, List<PackFile> files) {
    public Pack {
        files = List.copyOf(files);
        if (!name.matches("[a-z0-9-]+"))
            throw new IllegalArgumentException("not a pack's name: " + name);
    }

    /** How large all its files are together. */
    public long bytes() {
        return files.stream().mapToLong(PackFile::bytes).sum();
    }
}
