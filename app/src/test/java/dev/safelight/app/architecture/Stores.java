package dev.safelight.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What stores share, and what each keeps to itself.
 *
 * @param modules the modules, one of which holds all stores
 */
record Stores(Modules modules) {

    /** The driver, and the store that is made for it. */
    ArchRule sqlServesEveryDatabase() {
        return noClasses()
                .that(modules.inModules("store.sql"))
                .should()
                .dependOnClassesThat(
                        modules.inModules("store.sqlite").or(resideInAPackage("org.sqlite..")))
                .because("what speaks SQL here serves every database");
    }

    ArchRule partsOfTheEmbeddedStoreAreItsOwn() {
        var embedded = modules.root() + ".store.sqlite";
        return noClasses()
                .that(DescribedPredicate.not(modules.inModules("store.sqlite")))
                .should()
                .dependOnClassesThat(modules.inModules("store.sqlite")
                        .and(DescribedPredicate.not(resideInAPackage(embedded))))
                .because("rows, writer, reads and connections of the embedded store are its own");
    }
}
