package dev.safelight.store.sqlite.reads;

import dev.safelight.core.estimate.PastRun;
import dev.safelight.core.estimate.PastRuns;
import dev.safelight.core.task.Route;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.NameTable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How long the newest tasks took, by their rows. */
public final class SqlitePastRuns implements PastRuns {
    private final ReadPool pool;
    private final ReadPool.Question<PastRun> question;

    public SqlitePastRuns(ReadPool pool, NameTable names) {
        this.pool = pool;
        question = ReadPool.Question.named("past-runs", columns -> reader(columns, names));
    }

    private static Query.Reader<PastRun> reader(Columns columns, NameTable names) {
        int tool = columns.at("tool");
        int model = columns.at("model");
        int engine = columns.at("engine");
        int took = columns.at("took");
        return row -> new PastRun(
                new Route(
                        new ToolName(names.text(row.number(tool))),
                        names.text(row.number(model)),
                        new EngineName(names.text(row.number(engine)))),
                Duration.ofMillis(row.number(took)));
    }

    @Override
    public CompletableFuture<List<PastRun>> last(int among) {
        return pool.read(reader -> reader.ask(question).bind((long) among).all());
    }
}
