package dev.safelight.media.onnx;

import dev.safelight.media.packed.PackedFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's own code. Its loader unpacks 28 MB into a temporary folder at every start, and a
 * process that is killed leaves them there, unless they lie in the folder that a property names.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String FOLDER = "onnxruntime.native.path";
    private static final String PACKED = "/ai/onnxruntime/native/";
    private static final List<String> PARTS = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibrary() {}

    /** Unpacks it into the folder that the loader was told; without one there is nothing to do. */
    static void unpack() throws IOException {
        var folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) unpack(Path.of(folder));
    }

    /** The loader fails when the folder that it was told is not complete; without one it copes. */
    static void unpackOrForget() {
        try {
            unpack();
        } catch (IOException unwritable) {
            LOG.info("{} is not used: {}", FOLDER, unwritable.toString());
            System.clearProperty(FOLDER);
        }
    }

    static void unpack(Path folder) throws IOException {
        for (var part : PARTS) {
            var name = fileName(part);
            PackedFile.of(PACKED + platform() + "/" + name).unpack(folder.resolve(name));
        }
    }

    /**
     * Its loader makes a temporary folder even when there is nothing to unpack, and removes that in
     * an orderly end alone. Which one it is, only a field of the loader tells; call when it has
     * loaded. Where the folder is in use, or the field is gone, it stays.
     */
    static void removeScratch() {
        if (System.getProperty(FOLDER, "").isEmpty()) return;
        try {
            var field =
                    Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            field.setAccessible(true);
            if (field.get(null) instanceof Path scratch) Files.deleteIfExists(scratch);
        } catch (IOException | ReflectiveOperationException | InaccessibleObjectException kept) {
            LOG.debug("a temporary folder of ONNX Runtime stays", kept);
        }
    }

    static String fileName(String part) {
        return System.mapLibraryName(part).replace("jnilib", "dylib");
    }

    /** As the jar names its folders; one that it does not have is told by the missing file. */
    private static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "");
        return (system.contains("mac") ? "osx" : "linux")
                + (arch.equals("amd64") || arch.equals("x86_64") ? "-x64" : "-" + arch);
    }
}
