package dev.safelight.core.worker;

import dev.safelight.core.engine.Assignment;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Stopped;

import java.io.IOException;

/**
 * A job under way: whatever ends it first decides, and by then its files are stored, its scratch
 * folder is gone and its end is reported. Confined to the engine's thread.
 */
final class Attempt implements Assignment, AutoCloseable {
    private final Execution execution;
    private final Job job;
    private final RunFiles files;
    private final LeasedRun run;
    private boolean over;

    /** What an engine does, or has done. */
    @FunctionalInterface
    private interface Work {
        Made render() throws EngineFailure, Stopped;
    }

    Attempt(Execution execution, Job job) {
        this.execution = execution;
        this.job = job;
        files = execution.open(job);
        run = execution.run(files);
    }

    Execution execution() {
        return execution;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public LeasedRun run() {
        return run;
    }

    /** Has the engine render it alone. */
    void render() {
        end(() -> execution.engine().render(job, run));
    }

    /** Ends it with what comes of the work, also with an error that nobody foresaw. */
    private void end(Work work) {
        if (!over) end(outcome(work));
    }

    private RunEnd outcome(Work work) {
        try {
            run.proceed();
            var made = work.render();
            return new RunEnd.Made(execution.files().store(job, made, run));
        } catch (Stopped stopped) {
            return execution.stoppedBy(stopped);
        } catch (EngineFailure failed) {
            return new RunEnd.Failed(failed.failure(), failed.isPassing());
        } catch (IOException unwritable) {
            return new RunEnd.Unstored();
        } catch (Throwable crashed) {
            return new RunEnd.Crashed(crashed);
        }
    }

    private void end(RunEnd end) {
        over = true;
        close();
        execution.report(end);
    }

    @Override
    public void made(Made made) {
        end(() -> made);
    }

    @Override
    public void failed(EngineFailure failure) {
        end(() -> {
            throw failure;
        });
    }

    @Override
    public void stopped() {
        end(() -> {
            throw new Stopped();
        });
    }

    void crashed(Throwable cause) {
        if (!over) end(new RunEnd.Crashed(cause));
    }

    /** Drops what was only for the run itself. */
    @Override
    public void close() {
        files.close();
        execution.dropPreview();
    }
}
