package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.task.EventJson;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.AssetColumns;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What workers render: the first entry's input, and what an earlier attempt saved. */
public final class SqliteJobs implements Jobs {
    private final ReadPool pool;
    private final NameTable names;
    private final ReadPool.Question<Read> job =
            ReadPool.Question.named("job", columns -> reader(columns));
    private static final ReadPool.Question<Asset> FILES =
            ReadPool.Question.named("job-files", AssetColumns::over);

    /**
     * A job whose files have not been read.
     *
     * @param row of its task
     */
    private record Read(long row, Job job, boolean hasFiles) {}

    public SqliteJobs(ReadPool pool, NameTable names) {
        this.pool = pool;
        this.names = names;
    }

    private Query.Reader<Read> reader(Columns columns) {
        int number = columns.at("n");
        int id = columns.at("id");
        int attempt = columns.at("attempt");
        int tool = columns.at("tool");
        int model = columns.at("model");
        int engine = columns.at("engine");
        int body = columns.at("body");
        int saved = columns.at("checkpoint");
        int files = columns.at("files");
        return row -> {
            var input = EventJson.input(row.text(body), EventJson.Ties.NONE);
            var checkpoint = row.textOrNull(saved);
            var json = JsonMapper.shared();
            var read = new Job(
                    new TaskId(Bytes.id(row.bytes(id))),
                    row.integer(attempt),
                    new Route(
                            new ToolName(names.text(row.number(tool))),
                            names.text(row.number(model)),
                            new EngineName(names.text(row.number(engine)))),
                    json.readTree(input.json()),
                    input.metadata(),
                    checkpoint == null ? null : json.readTree(checkpoint));
            return new Read(row.number(number), read, row.integer(files) == 1);
        };
    }

    @Override
    public CompletableFuture<List<Job>> of(List<Lease> leases) {
        return pool.read(
                reader -> leases.stream().map(lease -> job(reader, lease)).toList());
    }

    private Job job(ReadPool.Reader reader, Lease lease) {
        var read = reader.ask(job).bind(Bytes.of(lease.task().id())).one();
        return read.hasFiles()
                ? read.job().with(reader.ask(FILES).bind(read.row()).all())
                : read.job();
    }
}
