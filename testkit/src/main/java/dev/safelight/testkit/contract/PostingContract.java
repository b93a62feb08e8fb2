package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.LedgerEntry;
import dev.safelight.core.ledger.Posting;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What was posted to a book. */
abstract class PostingContract extends StoreSituation {

    private Page<LedgerEntry> read(@Nullable Cursor after, int limit) {
        return scene.done(scene.store().ledger().postings(ann.account(), after, limit));
    }

    private void grants(int many) {
        for (int i = 1; i <= many; i++)
            scene.done(scene.store().ledger().grant(ann.account(), new Credits(i)));
    }

    @Test
    void a_task_that_is_called_off_leaves_a_hold_and_its_release() {
        var task = scene.accepted(order());
        scene.done(tasks().cancel(ann.account(), task));
        var entries = read(null, 10).entries();
        assertThat(entries)
                .extracting(entry -> entry.posting().kind())
                .containsExactly(Posting.Kind.RELEASE, Posting.Kind.HOLD, Posting.Kind.GRANT);
        assertThat(entries)
                .extracting(entry -> entry.posting().task())
                .containsExactly(task.id(), task.id(), null);
        long held = entries.get(1).posting().held();
        assertThat(entries)
                .extracting(LedgerEntry::available)
                .containsExactly(CREDITS, CREDITS - held, CREDITS);
    }

    @Test
    void pages_show_each_posting_once_with_the_balance_after_it() {
        grants(6);
        var whole = read(null, 100);
        assertThat(whole.next()).isNull();
        assertThat(whole.entries())
                .extracting(LedgerEntry::available)
                .containsExactly(1_021L, 1_015L, 1_010L, 1_006L, 1_003L, 1_001L, 1_000L);
        var seen = new ArrayList<LedgerEntry>();
        Cursor next = null;
        do {
            var page = read(next, 2);
            seen.addAll(page.entries());
            next = page.next();
        } while (next != null);
        assertThat(seen).isEqualTo(whole.entries());
    }

    @Test
    void a_page_goes_on_where_it_ended_whatever_is_posted_meanwhile() {
        grants(3);
        var rest = read(null, 100).entries().subList(1, 4);
        var next = read(null, 1).next();
        grants(2);
        assertThat(read(next, 100).entries()).isEqualTo(rest);
    }

    @Test
    void an_account_that_is_not_there_has_none() {
        var postings = scene.store().ledger().postings(new AccountId(999), null, 10);
        assertThat(scene.done(postings)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void a_place_that_was_never_given_out_is_refused() {
        for (var foreign : new String[] {"1", "00000000000000", "zzzzzzzzzzzzzzzzz"})
            assertThatThrownBy(() -> read(new Cursor(foreign), 5))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnknownCursor.class);
    }
}
