package dev.safelight.testkit.contract;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.TaskStore;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.time.Instant;

/** A fresh store and one account with a thousand credits. */
abstract class StoreSituation {
    static final long CREDITS = 1_000;

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    Scene scene;
    Principal ann;

    /** Opens a fresh store at the clock's moment. */
    protected abstract StoreHarness open(VirtualTime clock);

    @BeforeEach
    void set() {
        scene = new Scene(open(time), time);
        ann = scene.account(CREDITS);
    }

    @AfterEach
    void clear() {
        scene.store().close();
    }

    TaskStore tasks() {
        return scene.store().tasks();
    }

    Order order() {
        return Order.by(ann);
    }
}
