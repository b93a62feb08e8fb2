package dev.safelight.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one class uses. ArchUnit finds calls, declarations and annotations with their lines; the
 * constant pool also names what is cast to, what a switch tells apart and whose constant was
 * copied. What a sealed type does with its own permitted subtypes is left out: they are one unit.
 */
final class ClassUses {
    /** Line 0 is a declaration, for which the compiler notes no line. */
    private static final Comparator<Dependency> EARLIEST_LINE =
            Comparator.comparingInt(use -> line(use) == 0 ? Integer.MAX_VALUE : line(use));

    private final JavaClass type;
    private final ClassModel compiled;

    ClassUses(JavaClass type) {
        this.type = type;
        this.compiled = ClassFile.of().parse(bytes(type));
    }

    /** A class and all that is nested in it are one node, known by this name. */
    static String node(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** May name a class more than once; the first use of each is the easiest to find. */
    Stream<Use> all() {
        String from = node(type.getName());
        String file = type.getSourceCodeLocation().getSourceFileName();
        int first = firstLine();
        Stream<Use> located = type.getDirectDependenciesFromSelf().stream()
                .sorted(EARLIEST_LINE)
                .filter(use -> !permits(target(use)))
                .map(use ->
                        new Use(from, node(target(use)), file + ":" + Math.max(line(use), first)));
        Stream<Use> named = poolNames()
                .filter(name -> !permits(name))
                .map(name -> new Use(from, node(name), file + ":" + first));
        return Stream.concat(located, named).filter(use -> !use.to().equals(from));
    }

    /** That of the declaration where a constructor is implicit; 1 for a class without code. */
    private int firstLine() {
        return compiled.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .mapMultiToInt((element, line) -> {
                    if (element instanceof LineNumber number) line.accept(number.line());
                })
                .min()
                .orElse(1);
    }

    private static int line(Dependency use) {
        return use.getSourceCodeLocation().getLineNumber();
    }

    private static String target(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getName();
    }

    private Stream<String> poolNames() {
        return StreamSupport.stream(compiled.constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> binaryName(((ClassEntry) entry).asSymbol()));
    }

    private static byte[] bytes(JavaClass type) {
        var source = type.getSource().orElseThrow();
        try (var in = source.getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binaryName(ClassDesc described) {
        ClassDesc element = described;
        while (element.isArray()) element = element.componentType();
        String descriptor = element.descriptorString();
        return element.isPrimitive()
                ? element.displayName()
                : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private boolean permits(String target) {
        Class<?> from = type.reflect();
        while (from != null) {
            if (permits(from, target)) return true;
            from = from.getEnclosingClass();
        }
        return false;
    }

    private static boolean permits(Class<?> root, String target) {
        return root.isSealed()
                && Arrays.stream(root.getPermittedSubclasses())
                        .anyMatch(sub -> sub.getName().equals(target) || permits(sub, target));
    }
}
