package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Which books a batch writes. */
class BooksTest extends FaultySituation {

    /** From here on a batch that writes a book fails. */
    private void lockBooks() {
        harness.onWriter(db -> db.script("CREATE TRIGGER locked BEFORE UPDATE ON book BEGIN"
                + " SELECT RAISE(ABORT, 'written'); END"));
    }

    @Test
    void one_that_is_only_looked_at_is_not_written() {
        var first = (Submission.Accepted) scene.submit(order().under("k").called("a"));
        var lease = scene.claim(scene.worker(1));
        lockBooks();
        assertThat(scene.submit(order().under("k").called("a")))
                .isEqualTo(new Submission.Replayed(first.task(), first.answer()));
        assertThat(scene.submit(order().called("a")))
                .isEqualTo(new Submission.Existing(first.task()));
        assertThat(scene.submit(order().priced(CREDITS + 1)))
                .isInstanceOf(Submission.ShortOfCredits.class);
        assertThat(scene.done(harness.tasks().fail(lease, Scene.BROKEN, true)))
                .isEqualTo(WriteOutcome.STORED);
        assertThat(scene.done(harness.tasks().cancel(ann.account(), new TaskId(scene.id()))))
                .isEqualTo(Cancellation.ABSENT);
        assertThat(scene.book(ann)).isEqualTo(new Book(-CREDITS, CREDITS - 10, 10, 0));
    }

    @Test
    void one_that_is_posted_to_among_others_is_the_only_one_that_is_written() {
        var bob = scene.account(0);
        harness.onWriter(db -> db.script("CREATE TRIGGER locked BEFORE UPDATE ON book WHEN"
                + " new.account=" + bob.account().number()
                + " BEGIN SELECT RAISE(ABORT, 'written'); END"));
        var refused = scene.send(Order.by(bob));
        scene.accepted(order());
        assertThat(refused.join()).isInstanceOf(Submission.ShortOfCredits.class);
        assertThat(scene.book(ann).held()).isEqualTo(10);
    }

    @Test
    void many_accounts_that_are_called_off_together_each_get_theirs_back() {
        var all = IntStream.range(0, 70).mapToObj(i -> scene.account(100)).toList();
        var tasks = all.stream().map(who -> scene.accepted(Order.by(who))).toList();
        var answers = IntStream.range(0, 70)
                .mapToObj(i -> harness.tasks().cancel(all.get(i).account(), tasks.get(i)))
                .toList();
        harness.settle();
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .containsOnly(Cancellation.CANCELLED);
        assertThat(all).extracting(scene::book).containsOnly(new Book(-100, 100, 0, 0));
    }
}
