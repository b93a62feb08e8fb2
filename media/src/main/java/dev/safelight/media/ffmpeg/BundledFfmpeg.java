package dev.safelight.media.ffmpeg;

import dev.safelight.media.packed.PackedFile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The programs that come in a jar, for Linux on x86-64. What they need of the system is the C and
 * C++ libraries alone.
 */
final class BundledFfmpeg {
    private static final String PACKED = "/org/bytedeco/ffmpeg/linux-x86_64/";
    private static final List<String> PROGRAMS = List.of("ffprobe", "ffmpeg");
    private static final List<String> LIBRARIES = List.of(
            "libavcodec.so.61",
            "libavdevice.so.61",
            "libavfilter.so.10",
            "libavformat.so.61",
            "libavutil.so.59",
            "libdrm.so.2",
            "libswresample.so.5",
            "libswscale.so.8");

    /**
     * By the name that is looked for. Windows, cameras and loudspeakers are asked for by the
     * loader, and never used: a library stands in that has none of them, so that a machine needs
     * none and a program that is taken over finds none.
     */
    private static final Map<String, String> RENAMED = Map.of(
            "libva.so.2", "libva.so",
            "libva-drm.so.2", "libva-drm.so",
            "libxcb.so.1", "libdrm.so.2",
            "libxcb-shm.so.0", "libdrm.so.2",
            "libasound.so.2", "libdrm.so.2",
            "libpulse.so.0", "libdrm.so.2");

    private BundledFfmpeg() {}

    /**
     * Unpacks what is not there yet.
     *
     * @throws IOException when there is none for this system, or no place for it
     */
    static void unpack(Path folder) throws IOException {
        if (!isForThisSystem()) throw new FileNotFoundException("no ffmpeg comes along for this");
        for (var name : LIBRARIES) unpack(name, folder.resolve(name));
        for (var name : RENAMED.entrySet()) unpack(name.getValue(), folder.resolve(name.getKey()));
        for (var name : PROGRAMS) unpackProgram(name, folder.resolve(name));
    }

    private static boolean isForThisSystem() {
        var arch = System.getProperty("os.arch", "");
        return System.getProperty("os.name", "").equals("Linux")
                && (arch.equals("amd64") || arch.equals("x86_64"));
    }

    private static void unpackProgram(String name, Path whole) throws IOException {
        unpack(name, whole);
        if (!Files.isExecutable(whole))
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpack(String name, Path whole) throws IOException {
        PackedFile.of(PACKED + name).unpack(whole);
    }
}
