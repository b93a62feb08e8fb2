package dev.safelight.store.sqlite;

import dev.safelight.core.task.Task;

import java.util.HashMap;
import java.util.Map;

/** The accounts and keys that have live tasks, with their slots. Confined to the writer thread. */
final class Keys {
    private final Directory directory;
    private final Schedule schedule;
    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<Long, Slots> keys = new HashMap<>();

    Keys(Directory directory, Schedule schedule) {
        this.directory = directory;
        this.schedule = schedule;
    }

    /** A task with the slots that it will need. */
    Live live(Task task, long last) {
        var owner = task.owner();
        return new Live(
                task,
                last,
                schedule.lane(task.route().engine()),
                accounts.computeIfAbsent(owner.account().number(), directory::account),
                keys.computeIfAbsent(owner.key().number(), directory::key));
    }

    void clear() {
        accounts.clear();
        keys.clear();
    }
}
