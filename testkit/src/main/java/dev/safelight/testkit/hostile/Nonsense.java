package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.unknown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Nothing at all, chance, and types that nobody takes. */
final class Nonsense {
    private static final int SEED = 10;

    private Nonsense() {}

    static List<HostileFile> all() {
        return List.of(
                damaged("no-bytes-at-all", () -> new byte[0]),
                unknown("one-byte", () -> new byte[] {(byte) 0x89}),
                unknown("a-megabyte-of-chance", Nonsense::chance),
                unknown("a-megabyte-of-zeros", () -> new byte[1 << 20]),
                unknown("zip", Nonsense::zip),
                unknown("gzip-of-ten-megabytes", Nonsense::gzip),
                unknown(
                        "program-for-linux",
                        () -> Bytes.of("\u007FELF\2\1\1").zeros(200).all()),
                unknown(
                        "program-of-a-shell",
                        () -> Bytes.of("#!/bin/sh\necho $HOME\n").all()),
                unknown("matroska", Nonsense::matroska),
                unknown("quicktime", () -> brand("qt  ")),
                unknown("avif", () -> brand("avif")),
                unknown(
                        "avi",
                        () -> Bytes.of("RIFF")
                                .zeros(4)
                                .text("AVI LIST")
                                .zeros(99)
                                .all()));
    }

    private static byte[] chance() {
        var bytes = new byte[1 << 20];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    static byte[] zip() {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Manifest-Version: 1.0\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] gzip() {
        return gzip(new byte[10 << 20]);
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] matroska() {
        return new Bytes()
                .u32(0x1A45DFA3)
                .u8(0x8B, 0x42, 0x82, 0x88)
                .text("matroska")
                .zeros(100)
                .all();
    }

    private static byte[] brand(String brand) {
        return new Bytes()
                .u32(20)
                .text("ftyp")
                .text(brand)
                .u32(0)
                .text(brand)
                .zeros(99)
                .all();
    }
}
