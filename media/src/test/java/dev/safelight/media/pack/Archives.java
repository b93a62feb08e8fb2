package dev.safelight.media.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the two kinds of package archives, as their clients would leave them. */
final class Archives {
    private Archives() {}

    static void zip(Path file, Map<String, String> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
    }

    static void tgz(Path file, Map<String, String> entries) throws IOException {
        var tar = new ByteArrayOutputStream();
        for (var entry : entries.entrySet()) {
            byte[] content = entry.getValue().getBytes(UTF_8);
            tar.write(header(entry.getKey(), content.length));
            tar.write(Arrays.copyOf(content, Math.ceilDiv(content.length, 512) * 512));
        }
        tar.write(new byte[1024]);
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            tar.writeTo(gzip);
        }
    }

    /** Long names are split over the two fields that ustar has for them. */
    private static byte[] header(String path, int size) {
        byte[] header = new byte[512];
        int slash = path.length() <= 100 ? -1 : path.lastIndexOf('/');
        put(header, 0, path.substring(slash + 1));
        put(header, 124, String.format("%011o", size));
        put(header, 156, "0");
        put(header, 257, "ustar");
        if (slash >= 0) put(header, 345, path.substring(0, slash));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
