package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.Assignment;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.Stopped;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Plays several scripts beside each other, each in its own time. One thread's. */
final class Batch {
    /** How soon one that is asked to stop does. */
    private static final Duration TICK = Duration.ofMillis(100);

    private final Pace pace;
    private final int size;
    private final List<Part> parts = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    Batch(Pace pace, List<? extends Assignment> together) {
        this.pace = pace;
        size = together.size();
        for (var one : together) {
            try {
                parts.add(new Part(one, Script.read(one.job().metadata())));
            } catch (EngineFailure unreadable) {
                one.failed(unreadable);
            }
        }
    }

    void play() {
        while (true) {
            parts.removeIf(this::isOver);
            if (parts.isEmpty()) return;
            var pause =
                    parts.stream().map(this::untilNext).min(Duration::compareTo).orElseThrow();
            pace.pause(pause, new CompletableFuture<>());
            passed = passed.plus(pause);
        }
    }

    private Duration untilNext(Part part) {
        var next = part.nextReport().minus(passed);
        return next.isPositive() && next.compareTo(TICK) < 0 ? next : TICK;
    }

    /** Lets one go as far as it is now; whether it has ended. */
    private boolean isOver(Part part) {
        try {
            return part.goOn(passed, size);
        } catch (RuntimeException broken) {
            // As when it is alone: what breaks one of them says so for itself.
            part.broke();
            return true;
        }
    }

    /** One of the scripts. */
    private static final class Part {
        private final Assignment assignment;
        private final Script script;
        private int slices;

        Part(Assignment assignment, Script script) {
            this.assignment = assignment;
            this.script = script;
        }

        Duration nextReport() {
            return script.slice().multipliedBy(slices + 1L);
        }

        boolean goOn(Duration passed, int together) {
            try {
                boolean heeds = script.outcome() != Outcome.IGNORE_CANCEL;
                if (heeds) assignment.run().proceed();
                while (slices < Math.max(1, script.steps())
                        && nextReport().compareTo(passed) <= 0) {
                    slices++;
                    if (heeds || !assignment.run().stopped())
                        ScriptOutcome.report(script, slices, assignment.job(), assignment.run());
                }
                boolean played = slices >= Math.max(1, script.steps());
                if (!played || script.outcome() == Outcome.HANG) return false;
                assignment.made(
                        ScriptOutcome.of(assignment.job(), script, together, assignment.run()));
            } catch (EngineFailure failed) {
                assignment.failed(failed);
            } catch (Stopped stopped) {
                assignment.stopped();
            }
            return true;
        }

        void broke() {
            assignment.stopped();
        }
    }
}
