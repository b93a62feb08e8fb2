package dev.safelight.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Predicate;

/**
 * Threads, time and chance come from outside, so that the whole assembly runs in virtual time under
 * one seed.
 *
 * @param modules the modules, some of which own what the others are given
 */
record Injected(Modules modules) {
    private static final Set<Class<?>> DATES = Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);
    private static final Set<Class<?>> CHANCE =
            Set.of(Random.class, SplittableRandom.class, SecureRandom.class);
    private static final String OWNERS = "Loop";

    ArchRule threadsStartInApp() {
        return noClasses()
                .that(outside("app", "bench", "testkit"))
                .should()
                .accessTargetWhere(startsThreads())
                .because("threads start in one place, where they are stopped again");
    }

    /** Inside app too, only the classes that are there for it. */
    ArchRule threadsStartInFewClasses() {
        String owner = modules.root().replace(".", "\\.") + "\\.app\\." + OWNERS + "(\\$.*)?";
        return noClasses()
                .that(modules.inModules("app"))
                .and()
                .haveNameNotMatching(owner)
                .should()
                .accessTargetWhere(startsThreads())
                .because("only the loop sleeps");
    }

    /** The client library has nobody above it to hand them in, so it has a place of its own. */
    ArchRule timeAndChanceAreGiven() {
        return noClasses()
                .that(outside("app", "bench", "testkit"))
                .and()
                .doNotHaveFullyQualifiedName(modules.root() + ".client.Environment")
                .should()
                .accessTargetWhere(readsTheClock().or(drawsLots()))
                .because("one seed must replay everything");
    }

    private DescribedPredicate<JavaClass> outside(String... names) {
        return DescribedPredicate.not(modules.inModules(names));
    }

    private static DescribedPredicate<JavaAccess<?>> startsThreads() {
        return access("start a thread", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            if (owner.isEquivalentTo(Thread.class))
                return Set.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform")
                        .contains(name);
            if (owner.isEquivalentTo(CompletableFuture.class))
                return Set.of("runAsync", "supplyAsync").contains(name);
            return isMade(target, ForkJoinPool.class)
                    || isMade(target, ThreadPoolExecutor.class)
                    || isMade(target, Timer.class)
                    || isMade(target, Thread.class)
                    || owner.isEquivalentTo(Executors.class);
        });
    }

    private static boolean isMade(AccessTarget target, Class<?> type) {
        return target.getName().equals("<init>") && target.getOwner().isAssignableTo(type);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return access("read the clock", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            if (owner.isEquivalentTo(System.class))
                return name.equals("currentTimeMillis") || name.equals("nanoTime");
            if (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                return name.startsWith("system");
            return name.equals("now") && takesNothing(target) && isOneOf(owner, DATES);
        });
    }

    /** A generator with a seed is fine: it is the seed that must be given. */
    private static DescribedPredicate<JavaAccess<?>> drawsLots() {
        return access("draw lots", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return owner.isEquivalentTo(ThreadLocalRandom.class)
                    || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                    || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                    || (name.equals("<init>") && takesNothing(target) && isOneOf(owner, CHANCE));
        });
    }

    private static boolean isOneOf(JavaClass owner, Set<Class<?>> types) {
        return types.stream().anyMatch(owner::isEquivalentTo);
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String does, Predicate<AccessTarget> test) {
        return DescribedPredicate.describe(does, access -> test.test(access.getTarget()));
    }
}
