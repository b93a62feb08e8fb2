package dev.safelight.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

class ClassesHaveAnOrderTest {
    @TempDir
    Path folder;

    @Nested
    class ACircle {
        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    "Runnable go() { return () -> new Two(); }",
                    "Two field;",
                    "Two[][] many;",
                    "Two go() { return null; }",
                    "void go(Two argument) {}",
                    "void go() throws Two {}",
                    "java.util.List<Two> all;",
                    "<T extends Two> void go(T some) {}",
                    "class Part extends java.util.ArrayList<Two> {}",
                    "Object go(Object other) { return (Two) other; }",
                    "boolean go(Object other) { return other instanceof Two; }",
                    "int go(Object o) { return switch (o) { case Two t -> 1; default -> 0; }; }",
                    "int copied = Two.CONSTANT;",
                    "java.util.function.Supplier<Object> maker = Two::new;",
                    "Object go() { return Two.class; }",
                    "Object go() { return new Object() { Two field; }; }",
                })
        void is_closed_by_any_kind_of_use(String use) throws Exception {
            var one = "class One { " + use + " }";
            var two =
                    "class Two extends RuntimeException { static final int CONSTANT = 4; One o; }";
            assertThat(circles(one, two))
                    .containsExactly("classes use each other in a circle:"
                            + " One → Two (One.java:1) → One (Two.java:1)");
        }

        @Test
        void is_told_in_order_with_a_place_for_each_step() throws Exception {
            var one = "class One { Object go() {\n return Three.get(); } }";
            var two = "class Two {\n\n Object go() { return new One(); } }";
            var three = "\nclass Three { static Object get() { return new Two(); } }";
            assertThat(circles(one, two, three))
                    .containsExactly("classes use each other in a circle:"
                            + " One → Three (One.java:2) → Two (Three.java:2) → One (Two.java:3)");
        }

        @Test
        void is_the_shortest_of_a_knot_whose_classes_are_all_named() throws Exception {
            var one = "class One { Two two; }";
            var two = "class Two { Three three; }";
            var three = "class Three { One one; Four four; }";
            var four = "class Four { Three three; }";
            assertThat(circles(one, two, three, four))
                    .singleElement()
                    .asString()
                    .contains(": Four → Three (Four.java:1) → Four (Three.java:1); 4 classes")
                    .endsWith("[Four, One, Three, Two]");
        }

        @Test
        void is_told_once_for_each_knot() throws Exception {
            var one = "class One { Two two; }";
            var two = "class Two { One one; Four four; }";
            var three = "class Three { Four four; }";
            var four = "class Four { Three three; }";
            assertThat(circles(one, two, three, four)).hasSize(2);
        }

        @Test
        void is_closed_by_an_interface_that_makes_what_implements_it() throws Exception {
            var one = "interface One { static One make() { return new Two(); } }";
            assertThat(circles(one, "class Two implements One {}")).hasSize(1);
        }
    }

    @Nested
    class ASealedRoot {
        private static final String ROOT = """
                sealed interface One permits Two, Three {
                    static One make(int n) { return n == 0 ? new Two() : new Three(); }
                }""";

        @Test
        void may_know_its_permitted_subtypes() throws Exception {
            var two = "final class Two implements One {}";
            assertThat(circles(ROOT, two, "record Three() implements One {}")).isEmpty();
        }

        @Test
        void may_know_those_of_a_sealed_subtype() throws Exception {
            var one = """
                    sealed interface One permits Two {
                        default boolean isThree() { return this instanceof Three; }
                    }""";
            var two = "sealed interface Two extends One permits Three {}";
            assertThat(circles(one, two, "record Three() implements Two {}")).isEmpty();
        }

        @Test
        void must_not_know_what_its_subtypes_nest() throws Exception {
            var one = "sealed interface One permits Two { Two.Part part(); }";
            var two = "record Two(Part part) implements One { record Part() {} }";
            assertThat(circles(one, two)).hasSize(1);
        }

        @Test
        void is_no_leave_for_its_subtypes_to_know_each_other() throws Exception {
            var two = "final class Two implements One { Three three; }";
            var three = "final class Three implements One { Two two; }";
            assertThat(circles(ROOT, two, three)).hasSize(1);
        }

        @Test
        void is_no_leave_for_a_third_class_on_the_way_to_them() throws Exception {
            var one = "sealed interface One permits Two { One MADE = Three.make(); }";
            var two = "final class Two implements One {}";
            var three = "class Three { static One make() { return new Two(); } }";
            assertThat(circles(one, two, three)).hasSize(1);
        }
    }

    @Nested
    class NoCircle {
        @Test
        void is_a_class_with_its_nested_ones() throws Exception {
            var one = "class One { Two t; class Part { One o; Other p; } class Other { Part q; } }";
            assertThat(circles(one, "class Two {}")).isEmpty();
        }

        @Test
        void is_a_chain() throws Exception {
            var one = "class One { Two two; Three three; }";
            assertThat(circles(one, "class Two { Three three; }", "class Three {}"))
                    .isEmpty();
        }
    }

    /** What is said of these sources, each of one class that it declares first. */
    private List<String> circles(String... sources) throws IOException {
        for (String source : sources) {
            String name = source.replaceFirst("(?s).*?\\b(class|interface|record) (\\w+).*", "$2");
            Files.writeString(folder.resolve(name + ".java"), source);
        }
        String[] files;
        try (var all = Files.list(folder)) {
            files = all.map(Path::toString).toArray(String[]::new);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files))
                .isZero();
        return findings();
    }

    /** ArchUnit loads what it asks about by the loader of the thread. */
    private List<String> findings() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return classes()
                    .should(new ClassesHaveAnOrder())
                    .evaluate(new ClassFileImporter().importPath(folder))
                    .getFailureReport()
                    .getDetails();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
