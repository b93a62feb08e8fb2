package dev.safelight.testkit.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Reads Java with the JDK's own parser: no regular expression knows where a method ends. */
final class Parser {
    private Parser() {}

    static List<Outline> parse(List<SourceFile> files) throws IOException {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        Map<URI, SourceFile> byUri = new LinkedHashMap<>();
        files.stream().filter(SourceFile::isJava).forEach(file -> byUri.put(uri(file), file));
        List<Held> held = byUri.values().stream().map(Held::new).toList();
        if (held.isEmpty()) return List.of();
        var task =
                (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, held);
        var positions = Trees.instance(task).getSourcePositions();
        List<Outline> outlines = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            // The compiler wraps its files, so only the name leads back to ours.
            var file = Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
            outlines.add(new OutlineScanner(unit, positions).outline(file));
        }
        return outlines;
    }

    private static URI uri(SourceFile file) {
        return URI.create("held:///" + file.path());
    }

    /** The compiler's view of a file that was read already. */
    private static final class Held extends SimpleJavaFileObject {
        private final SourceFile file;

        Held(SourceFile file) {
            super(uri(file), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
