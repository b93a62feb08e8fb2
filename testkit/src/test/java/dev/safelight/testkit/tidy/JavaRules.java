package dev.safelight.testkit.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for one Java file. */
final class JavaRules {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 60;
    static final int PARAMETERS = 6;

    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?)");

    private JavaRules() {}

    static Stream<Finding> check(Outline outline) {
        return Stream.of(
                        outline.file().atMost(FILE_LINES, "file-length"),
                        methods(outline),
                        types(outline),
                        packageName(outline))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> methods(Outline outline) {
        return outline.methods().stream().flatMap(method -> {
            var lengths = over(method.lines(), METHOD_LINES)
                    .map(count -> method.name() + " has " + count + " lines, at most 60")
                    .map(text -> finding(outline, method.line(), "method-length", text));
            int parameters = method.isConstructor() ? method.parameters() : 0;
            var widths = over(parameters, PARAMETERS)
                    .map(count -> "constructor with " + count + " parameters, at most 6")
                    .map(text -> finding(outline, method.line(), "parameters", text));
            return Stream.concat(lengths, widths);
        });
    }

    private static Stream<Finding> types(Outline outline) {
        return outline.types().stream().flatMap(type -> {
            var widths = over(type.components(), PARAMETERS)
                    .map(count -> type.name() + " has " + count + " components, at most 6")
                    .map(text -> finding(outline, type.line(), "parameters", text));
            var names = Stream.of(type.name())
                    .filter(VAGUE.asMatchPredicate())
                    .map(name -> name + ": name what it does")
                    .map(text -> finding(outline, type.line(), "vague-name", text));
            return Stream.concat(widths, names);
        });
    }

    private static Stream<Finding> packageName(Outline outline) {
        return List.of(outline.packageName().split("\\.", -1)).contains("common")
                ? Stream.of(finding(outline, 1, "vague-name", "package common"))
                : Stream.empty();
    }

    private static Stream<Integer> over(int count, int limit) {
        return count > limit ? Stream.of(count) : Stream.empty();
    }

    private static Finding finding(Outline outline, int line, String rule, String message) {
        return new Finding(outline.file().path(), line, rule, message);
    }
}
