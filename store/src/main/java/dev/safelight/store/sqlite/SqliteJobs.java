package dev.safelight.store.sqlite;

import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What workers render: the first entry's input, and what an earlier attempt saved. */
final class SqliteJobs implements Jobs {
    private final ReadPool pool;
    private final Names names;

    SqliteJobs(ReadPool pool, Names names) {
        this.pool = pool;
        this.names = names;
    }

    @Override
    public CompletableFuture<List<Job>> of(List<Lease> leases) {
        return pool.read(
                reader -> leases.stream().map(lease -> job(reader, lease)).toList());
    }

    private Job job(ReadPool.Reader reader, Lease lease) {
        var jobs = new ArrayList<Job>(1);
        reader.named("job").bind(lease.task().row()).each(row -> jobs.add(job(row)));
        return jobs.getFirst();
    }

    private Job job(Row row) {
        var task = new TaskId(Bytes.id(row.bytes()));
        int attempt = row.integer();
        var tool = new ToolName(names.text(row.number()));
        var model = names.text(row.number());
        var route = new Route(tool, model, new EngineName(names.text(row.number())));
        var first = Bodies.read(row.text());
        var checkpoint = row.textOrNull();
        return new Job(
                task,
                attempt,
                route,
                first.get("input"),
                Bodies.metadata(first),
                checkpoint == null ? null : Bodies.read(checkpoint));
    }
}
