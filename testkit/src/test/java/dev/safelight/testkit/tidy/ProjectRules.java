package dev.safelight.testkit.tidy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that need more than one file, or one file of a kind. */
final class ProjectRules {
    private static final Map<String, Integer> LENGTHS =
            Map.of("pom.xml", 199, "README.md", 150, "ARCHITECTURE.md", 200);
    private static final int MODULE_POM = 59;
    private static final int PACKAGE = 30;

    private ProjectRules() {}

    static Stream<Finding> check(List<SourceFile> files) {
        return Stream.of(
                        files.stream().flatMap(ProjectRules::length),
                        packagesWithoutWord(files),
                        largePackages(files))
                .flatMap(found -> found);
    }

    /** A package that wants dividing; its own word is not counted. */
    private static Stream<Finding> largePackages(List<SourceFile> files) {
        Map<String, Long> sizes = files.stream()
                .filter(file -> file.isJava() && file.isMain())
                .filter(file -> !file.name().equals(SourceFile.PACKAGE_INFO))
                .collect(Collectors.groupingBy(SourceFile::folder, Collectors.counting()));
        return sizes.entrySet().stream()
                .filter(size -> size.getValue() > PACKAGE)
                .map(size -> new Finding(
                        size.getKey(),
                        1,
                        "package-size",
                        size.getValue() + " files, at most " + PACKAGE));
    }

    private static Stream<Finding> length(SourceFile file) {
        if (file.path().endsWith("/pom.xml")) return file.atMost(MODULE_POM, "pom-length");
        Integer limit = LENGTHS.get(file.path());
        return limit == null ? Stream.empty() : file.atMost(limit, "document-length");
    }

    /** Each package of main code says what it is for, and is null-marked. */
    private static Stream<Finding> packagesWithoutWord(List<SourceFile> files) {
        List<SourceFile> main =
                files.stream().filter(file -> file.isJava() && file.isMain()).toList();
        Predicate<SourceFile> says = file -> file.name().equals(SourceFile.PACKAGE_INFO)
                && file.text().contains("@NullMarked")
                && file.text().contains("/**");
        Set<String> said =
                main.stream().filter(says).map(SourceFile::folder).collect(Collectors.toSet());
        return main.stream()
                .map(SourceFile::folder)
                .distinct()
                .filter(folder -> !said.contains(folder))
                .map(folder -> new Finding(
                        folder + "/" + SourceFile.PACKAGE_INFO,
                        1,
                        "package-info",
                        "missing, or without @NullMarked or its paragraph"));
    }
}
