package dev.safelight.bench.http;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same requests in each dialect, beside the row of {@code tools}: submit, the status of an
 * unfinished task and of one that has made a file.
 */
final class Dialects {
    private static final int FINISHED = 500;

    private final Ours ours;
    private final Load load;
    private final PrintStream out;

    Dialects(Ours ours, Load load, PrintStream out) {
        this.ours = ours;
        this.load = load;
        this.out = out;
    }

    /** How long and how often. */
    record Effort(int rounds, int warm, Duration time) {}

    void run(Effort effort) throws IOException {
        var finished = finish();
        ours.fillSlots();
        var submits = new Rates();
        var waiting = new ArrayList<String>();
        submits.add("tools submit", ours.child, load, (on, number) -> ours.submit(number));
        submits.add("tasks submit", ours.child, load, (on, number) -> ours.submitTask(number));
        submits.add(
                "executions submit", ours.child, load, (on, number) -> ours.startExecution(number));
        measure(submits, effort, "Submits in each dialect", (on, reply) -> {
            if (reply.text().contains("\"taskId\"")) waiting.add(reply.field("taskId"));
        });
        measure(statuses(waiting), effort, "Status of unfinished tasks", (on, reply) -> {});
        measure(statuses(finished), effort, "Status of tasks with one file", (on, reply) -> {});
    }

    private Rates statuses(List<String> tasks) {
        var rates = new Rates();
        rates.add(
                "tools get-task-status",
                ours.child,
                load,
                (on, n) -> ours.status(Ours.any(tasks, n)));
        rates.add("tasks query", ours.child, load, (on, n) -> ours.query(Ours.any(tasks, n)));
        rates.add(
                "executions get", ours.child, load, (on, n) -> ours.execution(Ours.any(tasks, n)));
        return rates;
    }

    private void measure(Rates rates, Effort effort, String title, Load.Replies replies)
            throws IOException {
        rates.warm(effort.warm(), replies);
        for (int round = 0; round < effort.rounds(); round++) rates.round(effort.time(), replies);
        var table = Rates.beside("tools");
        rates.printBeside(table);
        table.print(out, title);
    }

    /** Tasks that the sandbox has made a file for. */
    private List<String> finish() throws IOException {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < FINISHED; i++) tasks.add(ours.quick(i));
        for (var task : tasks) ours.awaitEnd(task);
        return tasks;
    }
}
