package dev.safelight.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.safelight.testkit.architecture.ClassesHaveAnOrder;

import org.junit.jupiter.api.Test;

/** The module of the architecture tests cannot see this one, which knows it. */
class ArchitectureTest {
    @Test
    void the_classes_use_each_other_in_no_circle() {
        var bench = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.safelight.bench");
        classes().should(new ClassesHaveAnOrder()).check(bench);
    }
}
