package dev.safelight.app.silence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Machine code that comes along in jars, which may do what no Java code of ours asks for. */
final class NativeLibraries {
    static final String ONNX = System.mapLibraryName("onnxruntime");

    /** What whoever speaks loads; the proofs look for each in what was opened. */
    static final List<String> LOADED = List.of(ONNX, System.mapLibraryName("sqlitejdbc"));

    /** What the programs load that look into files, processes of their own. */
    static final List<String> LOADED_BY_PROGRAMS = List.of("libavformat.so.61");

    private static final Pattern CODE = Pattern.compile(".*\\.(so|dylib|jnilib|dll)");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*[.]jar");

    private NativeLibraries() {}

    /** The jars on the class path that bring any. */
    static Set<String> jars() throws IOException {
        var found = new TreeSet<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && bringsCode(entry))
                found.add(name(Path.of(entry).getFileName().toString()));
        }
        return found;
    }

    /** Without the version; the whole name of a file that has none. */
    static String name(String jar) {
        var named = JAR.matcher(jar);
        return named.matches() ? named.group(1) : jar;
    }

    private static boolean bringsCode(String jar) throws IOException {
        try (var zip = new ZipFile(jar)) {
            return zip.stream().anyMatch(entry -> CODE.matcher(entry.getName()).matches());
        }
    }
}
