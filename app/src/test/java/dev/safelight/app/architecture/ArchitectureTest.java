package dev.safelight.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

/** Every rule holds in the product, and is broken by the class that was planted to break it. */
class ArchitectureTest {
    private static final String ROOT = "dev.safelight";
    private static final String PLANTED = ROOT + ".app.architecture.planted";
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(PLANTED);
    /** Whose classes use each other in no circle. The bench, not seen from here, checks itself. */
    private static final List<String> FREE_OF_CIRCLES = List.of(
            "app", "cli", "client", "core", "engines", "media", "server", "store", "testkit");

    @TestFactory
    Stream<DynamicTest> the_product_keeps() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        return rules(ROOT)
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThat(broken(rule, product)).isEmpty()));
    }

    @Test
    void the_product_was_really_read() {
        var classes = new ClassFileImporter().importPackages(ROOT + ".core");
        assertThat(classes.contain(ROOT + ".core.engine.Engine")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "core.a.KnowsAServer, core decides everything",
        "core.a.KnowsAServer, Cycle detected",
        "core.a.ReadsTheClock, one seed must replay",
        "core.a.DrawsLots, one seed must replay",
        "core.a.WordsAnId, each dialect words it",
        "server.dialect.WordsAnId, each dialect words it",
        "store.KnowsAServer, meet in core's ports",
        "store.KnowsMedia, meet in core's ports",
        "media.KnowsAnEngine, knows no engine",
        "media.KnowsARun, whoever has no run",
        "store.schedule.SpeaksSql, shares slots out",
        "store.schedule.KnowsRows, shares slots out",
        "store.schedule.KnowsTasks, shares slots out",
        "store.sql.KnowsSqlite, serves every database",
        "store.ReadsRows, are its own",
        "server.SpeaksSql, starves every other",
        "server.Logs, one logging face",
        "server.StartsThreads, threads start in one place",
        "engines.drum.Stick, reached through the port",
        "app.Drummer, nobody's business",
        "app.Listener, nobody's business",
        "engines.harp.Strings, speaks unless it is silenced",
        "engines.harp.Tuning, speaks unless it is silenced",
        "engines.harp.Harp, not depend on each other",
        "client.KnowsJson, brings no dependencies",
        "app.Sleeper, only the loop sleeps",
        "app.Asks, use each other in a circle",
    })
    void a_planted_breach_is_found(String type, String rule) {
        assertThat(rules(PLANTED).flatMap(r -> broken(r, BREACHES).stream()))
                .anyMatch(line -> line.contains(rule) && line.contains(PLANTED + "." + type));
    }

    /** The rule's words and then each breach, on lines of their own. */
    private static List<String> broken(ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails().stream()
                .map(detail -> rule.getDescription() + ": " + detail)
                .toList();
    }

    private static Stream<ArchRule> rules(String root) {
        var modules = new Modules(root);
        var injected = new Injected(modules);
        var stores = new Stores(modules);
        var single = Stream.of(
                modules.coreStandsAlone(),
                modules.nobodyWordsForADialect(),
                modules.clientStandsOnTheJdk(),
                modules.mediaStandsOnCore(),
                modules.mediaIsForEveryCaller(),
                modules.onlyTheStoreSpeaksSql(),
                modules.theScheduleStandsOnFormulas(),
                stores.sqlServesEveryDatabase(),
                stores.partsOfTheEmbeddedStoreAreItsOwn(),
                modules.nobodyUsesTheJdkLogger(),
                modules.anEngineShowsOneClass(),
                modules.nobodyReachesIntoAnEngine(),
                modules.enginesNeverMeet(),
                modules.onnxRuntimeIsLoadedInOnePlace(),
                injected.threadsStartInApp(),
                injected.threadsStartInFewClasses(),
                injected.timeAndChanceAreGiven());
        var neighbours = Stream.of("store", "server", "engines").map(modules::neighboursNeverMeet);
        var cycles = Stream.of(
                        "core", "store", "server", "media", "engines", "app", "client", "cli")
                .map(modules::packagesHaveAnOrder);
        var circles = FREE_OF_CIRCLES.stream().map(modules::classesHaveAnOrder);
        return Stream.of(single, neighbours, cycles, circles).flatMap(rules -> rules);
    }
}
