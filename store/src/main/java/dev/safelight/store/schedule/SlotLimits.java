package dev.safelight.store.schedule;

import dev.safelight.core.tool.EngineName;

/** Where the schedule asks for limits, as they are at that moment. */
public interface SlotLimits {
    AccountShare share(long account);

    /** 0 means unlimited. */
    int keySlots(long key);

    /** 0 means as many as its workers bring. */
    int engineSlots(EngineName engine);
}
