package dev.safelight.testkit.tidy;

import java.util.List;

/**
 * What the compiler's parser saw in one Java file.
 *
 * @param file the file
 * @param packageName as declared, or empty
 * @param types all of them, nested ones too
 * @param methods those with a body, constructors too
 */
record Outline(SourceFile file, String packageName, List<Type> types, List<Method> methods) {
    /** A class, record, interface or enum; anonymous ones are left out. */
    record Type(String name, int line, int components) {}

    /** {@code lines} runs from the signature, after the annotations, to the closing brace. */
    record Method(String name, int line, int lines, int parameters, boolean isConstructor) {}
}
