package dev.safelight.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/**
 * A folder is found after a power cut once the folder that holds it was fsynced: syncing what lies
 * in it does not do that.
 */
public final class DurableFolder {
    private DurableFolder() {}

    /**
     * Makes a folder, and those above it that are missing, and makes sure of the name of each. The
     * name of one that is there is made sure of as well: whoever made it may have been killed
     * before.
     *
     * @param attributes of the folder itself when it is made here; those above get the usual ones
     */
    public static void create(Path path, FileAttribute<?>... attributes) throws IOException {
        var folder = path.toAbsolutePath().normalize();
        var parent = folder.getParent();
        if (parent == null) return;
        if (!Files.isDirectory(parent)) create(parent);
        try {
            if (!Files.isDirectory(folder)) Files.createDirectory(folder, attributes);
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(folder)) throw raced;
        }
        // Who may only pass through a folder cannot open it, and so cannot sync it either.
        if (Files.isReadable(parent)) sync(parent);
    }

    /** Makes sure of the names in a folder. */
    public static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
