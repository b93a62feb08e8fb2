package dev.safelight.media.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies single entries out of package archives. Names inside an archive are only compared, never
 * used as paths, so no archive can write anywhere.
 */
final class Archive {
    private Archive() {}

    static void copy(Path archive, String path, OutputStream out) throws PackFailure, IOException {
        boolean found = archive.toString().endsWith(".tgz")
                ? copyTar(archive, path, out)
                : copyZip(archive, path, out);
        if (!found) throw new PackFailure(archive.getFileName() + " has no entry " + path);
    }

    private static boolean copyZip(Path archive, String path, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) return false;
            try (InputStream in = zip.getInputStream(entry)) {
                in.transferTo(out);
            }
            return true;
        }
    }

    private static boolean copyTar(Path archive, String path, OutputStream out) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                InputStream in = new GZIPInputStream(file, 1 << 16)) {
            return new Tar(in).copy(path, out);
        }
    }
}
