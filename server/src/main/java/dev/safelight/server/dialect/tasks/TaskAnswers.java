package dev.safelight.server.dialect.tasks;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Terms;
import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.HeldViews;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.StreamAddresses;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers with a task, at once or when it has ended. */
final class TaskAnswers {
    private static final int OK = 200;
    private final MadeAssets made;
    private final HeldViews held;
    private final MadeFiles files;
    private final TaskJson rendering;
    private final TaskJson ofEntries;
    private final StreamAddresses addresses;
    private final ShownIds ids;

    TaskAnswers(DialectPorts ports, TaskJson rendering, ShownIds ids) {
        made = new MadeAssets(ports.library().assets());
        held = new HeldViews(ports);
        files = new MadeFiles(ports.library().signed(), MadeFiles.A_DAY);
        this.rendering = rendering;
        ofEntries = TaskJson.ofEntries(ports, ids);
        addresses = ports.work().streams().addresses();
        this.ids = ids;
    }

    MadeFiles files() {
        return files;
    }

    /** The task as the view has it; held first when it is live and its caller prefers to wait. */
    Answer show(Caller caller, TaskView view, @Nullable PreferredWait preferred) {
        return held.show(caller.who(), view, preferred, shown -> text(caller, shown, OK));
    }

    /**
     * Holds until the task has ended or the wait is over.
     *
     * @param meanwhile the answer when it cannot be held or read; its status is that of a live
     *     task, its headers are those of any
     */
    Answer hold(Caller caller, TaskId task, PreferredWait preferred, Answer.Text meanwhile) {
        return held.hold(
                caller.who(),
                task,
                preferred,
                view -> text(caller, view, meanwhile.status())
                        .thenApply(answer -> answer.with(meanwhile.headers())),
                meanwhile);
    }

    /** What a completed task has made, in order; nothing of others. */
    CompletableFuture<List<Asset>> made(TaskView view) {
        return made.of(view);
    }

    /** Why it failed, for people. */
    String message(TaskView view, Failure failure) {
        return rendering.message(view, failure);
    }

    /** A task that has just been called off, from what it was before. */
    Answer.Text cancelled(Caller caller, TaskView before) {
        return Answer.json(JsonText.object(json -> {
            rendering.writeCancelled(json, before);
            writeAddress(json, address(caller, before.id(), before.task().terms()));
        }));
    }

    /**
     * A submit's answer, as it is kept, and the address of the task's stream, which is not: it
     * lets whoever has it read.
     */
    String acknowledged(Caller caller, TaskId task, Terms terms, String kept) {
        String address = address(caller, task, terms);
        if (address == null) return kept;
        return kept.substring(0, kept.length() - 1) + ",\"stream_url\":\"" + address + "\"}";
    }

    /** What an event shows of a task that has made nothing yet. */
    String event(TaskView view) {
        return event(view, List.of());
    }

    /** What an event shows of any task. */
    CompletableFuture<String> wholeEvent(TaskView view) {
        return made(view).thenApply(found -> event(view, found));
    }

    private String event(TaskView view, List<Asset> made) {
        byte[] json = JsonText.object(into -> {
            ofEntries.write(into, view, array -> files.write(array, made));
            into.writeNumberProperty("progress", view.progress());
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    private CompletableFuture<Answer.Text> text(Caller caller, TaskView view, int whileLive) {
        int status = view.isTerminal() ? OK : whileLive;
        return made(view).thenApply(found -> json(caller, status, view, found));
    }

    private Answer.Text json(Caller caller, int status, TaskView view, List<Asset> made) {
        byte[] body = JsonText.object(json -> {
            rendering.write(json, view, array -> files.write(array, made));
            writeAddress(json, address(caller, view.id(), view.task().terms()));
        });
        return new Answer.Text(status, Answer.JSON, body, List.of());
    }

    private @Nullable String address(Caller caller, TaskId task, Terms terms) {
        return addresses.sign(caller, StreamOperation.PATH + ids.of(task), task, terms.longest());
    }

    private static void writeAddress(JsonGenerator json, @Nullable String address) {
        if (address != null) json.writeStringProperty("stream_url", address);
    }
}
