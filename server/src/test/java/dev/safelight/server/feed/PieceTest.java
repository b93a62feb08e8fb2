package dev.safelight.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.ExecutionsFace;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class PieceTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final AssetId FILE = new AssetId(new Id(1, 2));
    private static final TaskId TASK = new TaskId(new Id(3, 4));
    private static final KeyHandle KEY = new KeyHandle(new Id(5, 6));
    private final EntryJson form =
            new EntryJson(new ShownIds(ExecutionsFace.IDS, new IdSpellings(List.of())));

    private static FeedPage page(FeedEvent... events) {
        var entries = new ArrayList<FeedEntry>();
        for (var event : events)
            entries.add(new FeedEntry(new Cursor("" + entries.size()), AT, event));
        return new FeedPage(entries, new Cursor("end"), true);
    }

    private static FeedEvent made(int files) {
        var output = new Output(Collections.nCopies(files, FILE), "{}");
        var event = new TaskEvent.Succeeded(new Credits(80), output);
        return new FeedEvent.TaskChanged(TASK, new LogEntry(3, AT, event));
    }

    private static JsonNode json(Piece piece) {
        return JsonMapper.shared().readTree(piece.json());
    }

    @Test
    void a_page_is_an_array_of_its_entries() {
        var piece = Piece.of(page(made(1), new FeedEvent.FileStored(FILE)), false, form);
        assertThat(json(piece))
                .isEqualTo(JsonMapper.shared().readTree("""
                        [{"type": "task.succeeded", "at": "2026-11-22T12:00:00Z",
                          "taskId": "vg_tool_%s", "sequence": 3, "credits": 80,
                          "fileIds": ["vg_file_%s"]},
                         {"type": "file.stored", "at": "2026-11-22T12:00:00Z",
                          "fileId": "vg_file_%s"}]""".formatted(TASK, FILE, FILE)));
        assertThat(piece.next()).isEqualTo(new Cursor("end"));
        assertThat(piece.isUpToDate()).isTrue();
    }

    @Test
    void an_endpoint_is_named_as_its_own_routes_name_it() {
        var added = new FeedEvent.EndpointAdded(new EndpointId(new Id(7, 8)));
        var told = json(Piece.of(page(added), false, form)).get(0);
        assertThat(told.get("type").asString()).isEqualTo("endpoint.added");
        assertThat(told.get("endpointId").asString()).isEqualTo("ep_" + new Id(7, 8));
    }

    @Test
    void an_empty_page_is_an_empty_array() {
        assertThat(json(Piece.of(page(), false, form))).isEmpty();
        assertThat(Piece.of(page(), false, form).isSilence()).isTrue();
    }

    @Test
    void entries_about_keys_and_credits_are_for_admins_and_passed_over_by_others() {
        var page = page(
                new FeedEvent.KeyAdded(KEY),
                new FeedEvent.FileStored(FILE),
                new FeedEvent.Granted(new Credits(7)));
        var all = json(Piece.of(page, true, form));
        assertThat(all).hasSize(3);
        assertThat(all.get(0).get("apiKeyId").asString()).isEqualTo("key_" + KEY);
        var some = Piece.of(page, false, form);
        assertThat(json(some)).hasSize(1);
        assertThat(some.next()).isEqualTo(new Cursor("end"));
    }

    @Test
    void a_piece_is_no_longer_than_an_event_may_be_and_goes_on_after_its_last_entry() {
        var page = page(made(700), made(700), made(700), made(700));
        var piece = Piece.of(page, false, form);
        assertThat(piece.json().length()).isLessThan(61_440);
        assertThat(json(piece)).hasSize(2);
        assertThat(piece.next()).isEqualTo(new Cursor("1"));
        assertThat(piece.isUpToDate()).isFalse();
    }

    @Test
    void what_was_hidden_at_the_end_of_a_piece_is_not_read_again() {
        var page = page(made(900), new FeedEvent.KeyAdded(KEY), made(900));
        var piece = Piece.of(page, false, form);
        assertThat(json(piece)).hasSize(1);
        assertThat(piece.next()).isEqualTo(new Cursor("1"));
    }
}
