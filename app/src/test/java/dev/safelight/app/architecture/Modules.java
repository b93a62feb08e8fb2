package dev.safelight.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import dev.safelight.testkit.architecture.ClassesHaveAnOrder;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may know whom.
 *
 * @param root the package whose children are the modules
 */
record Modules(String root) {
    private static final String[] JSON = {"tools.jackson..", "com.fasterxml.jackson.annotation.."};
    /** In its engine's own package: a part of one may be called an engine as well. */
    private static final String FACE = ".*\\.engines\\.\\w+\\.\\w+Engine";

    private static final String MARKS = "org.jspecify..";
    private static final Set<String> LOADING =
            Set.of("<init>", "getEnvironment", "getAvailableProviders");

    ArchRule coreStandsAlone() {
        return classes()
                .that(inModules("core"))
                .should()
                .onlyDependOnClassesThat(inModules("core")
                        .or(resideInAnyPackage("java..", "javax.crypto..", MARKS))
                        .or(json()))
                .andShould(notKnow("java.sql..", "java.net.http..", "java.util.logging.."))
                .because("core decides everything and touches nothing");
    }

    /** Ids stand for the rest: every dialect shows them, and each in its own way. */
    ArchRule nobodyWordsForADialect() {
        return classes()
                .that(inModules("core", "store", "server"))
                .should(new ShownIdsStayOutside(root + ".server.dialect"))
                .because("what all dialects share decides, and each dialect words it");
    }

    ArchRule neighboursNeverMeet(String module) {
        // Engines alone stand on media.
        String above = module.equals("engines") ? "media" : module;
        String[] others = Stream.of("store", "server", "engines", "media", "app", "cli", "client")
                .filter(other -> !other.equals(module) && !other.equals(above))
                .toArray(String[]::new);
        return noClasses()
                .that(inModules(module))
                .should()
                .dependOnClassesThat(inModules(others))
                .because("store, server and engines meet in core's ports alone");
    }

    ArchRule mediaStandsOnCore() {
        return noClasses()
                .that(inModules("media"))
                .should()
                .dependOnClassesThat(
                        inModules("store", "server", "engines", "app", "cli", "client"))
                .because("what engines share knows no engine, and of the rest core alone");
    }

    /** But for child processes, which a run still stops. */
    ArchRule mediaIsForEveryCaller() {
        return noClasses()
                .that(inModules("media").and(not(simpleName("ChildProcess"))))
                .should()
                .dependOnClassesThat(inModules("core.engine"))
                .because("media serves whoever has no run too: uploads, search, the launcher");
    }

    ArchRule clientStandsOnTheJdk() {
        return classes()
                .that(inModules("client"))
                .should()
                .onlyDependOnClassesThat(inModules("client")
                        .or(resideInAnyPackage("java..", "javax.net.ssl..", MARKS)))
                .because("a client library brings no dependencies along");
    }

    ArchRule onlyTheStoreSpeaksSql() {
        return noClasses()
                .that(not(inModules("store")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .because("SQLite on a virtual thread starves every other; the store keeps it off");
    }

    ArchRule theScheduleStandsOnFormulas() {
        return classes()
                .that()
                .resideInAPackage(root + ".store.schedule..")
                .should()
                .onlyDependOnClassesThat(inModules("store.schedule", "core.schedule", "core.tool")
                        .or(resideInAnyPackage("java..", MARKS)))
                .andShould(notKnow("java.sql..", "javax.sql.."))
                .because("the schedule shares slots out, whatever tasks are and wherever rows lie");
    }

    ArchRule nobodyUsesTheJdkLogger() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .because("one logging face: SLF4J");
    }

    /** The name of an engine is a word that every package may say; the port itself is not. */
    ArchRule packagesHaveAnOrder(String module) {
        return SlicesRuleDefinition.slices()
                .matching(root + "." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), simpleName("EngineName"));
    }

    /** Stricter than the order of packages: no two classes need each other to be understood. */
    ArchRule classesHaveAnOrder(String module) {
        return classes().that(inModules(module)).should(new ClassesHaveAnOrder());
    }

    /** Its parts may lie in packages below, where Java makes them public. */
    ArchRule anEngineShowsOneClass() {
        return classes()
                .that()
                .resideInAPackage(root + ".engines.*")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveNameMatching(FACE)
                .because("an engine is reached through the port, whatever it is made of");
    }

    ArchRule nobodyReachesIntoAnEngine() {
        return noClasses()
                .that(not(inModules("engines")))
                .should()
                .dependOnClassesThat(
                        inModules("engines").and(not(nameMatching(FACE).forSubtype())))
                .because("what an engine is made of is nobody's business");
    }

    ArchRule enginesNeverMeet() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".engines.(*)..")
                .should()
                .notDependOnEachOther();
    }

    /** Each of its classes makes the library load, when it is made or asked for the environment. */
    ArchRule onnxRuntimeIsLoadedInOnePlace() {
        return noClasses()
                .that(not(inModules("media.onnx")))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "load ONNX Runtime",
                        access -> isOfOnnx(access.getTarget().getOwner())
                                && LOADING.contains(access.getTarget().getName())))
                .because("ONNX Runtime speaks unless it is silenced before it is loaded");
    }

    private static boolean isOfOnnx(JavaClass type) {
        return type.getPackageName().startsWith("ai.onnxruntime")
                && !type.isAssignableTo(Throwable.class);
    }

    DescribedPredicate<JavaClass> inModules(String... modules) {
        return resideInAnyPackage(Arrays.stream(modules)
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> json() {
        return resideInAnyPackage(JSON);
    }

    private static ArchCondition<JavaClass> notKnow(String... packages) {
        return ArchConditions.not(ArchConditions.dependOnClassesThat(resideInAnyPackage(packages)));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
