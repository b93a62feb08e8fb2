package dev.safelight.testkit.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

/** Collects the types and methods of one parsed file. */
final class OutlineScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Outline.Type> types = new ArrayList<>();
    private final List<Outline.Method> methods = new ArrayList<>();

    OutlineScanner(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    Outline outline(SourceFile file) {
        scan(unit, null);
        var name = unit.getPackageName();
        return new Outline(file, name == null ? "" : name.toString(), types, methods);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        String name = type.getSimpleName().toString();
        if (!name.isEmpty()) types.add(new Outline.Type(name, line(type), components(type)));
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        if (method.getBody() != null) methods.add(measured(method));
        return super.visitMethod(method, null);
    }

    private Outline.Method measured(MethodTree method) {
        int first = firstLine(method);
        int last = lineAt(positions.getEndPosition(unit, method));
        return new Outline.Method(
                method.getName().toString(),
                first,
                last - first + 1,
                method.getParameters().size(),
                method.getReturnType() == null);
    }

    /** The signature's line: annotations say nothing about how long a method is. */
    private int firstLine(MethodTree method) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        boolean annotatedFirst = !annotations.isEmpty()
                && positions.getStartPosition(unit, annotations.getFirst())
                        == positions.getStartPosition(unit, method);
        if (!annotatedFirst) return line(method);
        long end = positions.getEndPosition(unit, annotations.getLast());
        return lineAt(next(end));
    }

    /** The position of the next character that is not white space. */
    private long next(long position) {
        try {
            CharSequence text = unit.getSourceFile().getCharContent(true);
            int at = (int) position;
            while (Character.isWhitespace(text.charAt(at))) at++;
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser keeps a record's components as its fields that are not static. */
    private static int components(ClassTree type) {
        if (type.getKind() != Tree.Kind.RECORD) return 0;
        return (int) Stream.of(type.getMembers())
                .flatMap(List::stream)
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private int line(Tree tree) {
        return lineAt(positions.getStartPosition(unit, tree));
    }

    private int lineAt(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
