package dev.safelight.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Collection;
import java.util.List;

/**
 * No class leads back to itself by way of others. The edges from a sealed type to its permitted
 * subtypes do not count.
 */
public final class ClassesHaveAnOrder extends ArchCondition<JavaClass> {
    private List<ClassCycle> cycles = List.of();

    public ClassesHaveAnOrder() {
        super("use each other in no circle");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        cycles = new ClassGraph(classes).cycles();
    }

    /** Finds nothing: a circle belongs to no single class, so all are told at the end. */
    @Override
    public void check(JavaClass type, ConditionEvents events) {}

    @Override
    public void finish(ConditionEvents events) {
        cycles.forEach(cycle -> events.add(SimpleConditionEvent.violated(cycle, cycle.words())));
    }
}
