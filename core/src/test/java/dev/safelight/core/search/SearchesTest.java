package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.StoreFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

class SearchesTest {
    private static final AccountId ANN = MemoryIndex.ANN;
    private static final AccountId BOB = new AccountId(2);

    private final MemoryIndex index = new MemoryIndex();
    private final Flat meaning = new Flat();
    private Searches searches = searching(1 << 20);

    private Searches searching(long bytes) {
        return searching(bytes, Runnable::run, 2);
    }

    private Searches searching(long bytes, Executor threads, int queue) {
        return new Searches(index, meaning, threads, new Searches.Limits(1, queue, bytes));
    }

    @AfterEach
    void close() {
        searches.close();
    }

    private List<FoundFile> found(AccountId account) {
        return searches.find(new FileQuery(account, "a dog", 3, null)).join();
    }

    private static FoundFile file(long number, double similarity) {
        return new FoundFile(MemoryIndex.id(number), similarity);
    }

    @Nested
    class Vectors {
        @Test
        void are_not_read_before_the_first_search() {
            index.put(ANN, 1, 1, 0);
            assertThat(index.pages).isZero();
            found(ANN);
            assertThat(index.filesRead).isEqualTo(1);
        }

        @Test
        void are_read_once_and_then_only_what_is_new() {
            index.put(ANN, 1, .5f, 0);
            found(ANN);
            index.put(ANN, 2, .75f, 0);
            assertThat(found(ANN)).containsExactly(file(2, .75), file(1, .5));
            found(ANN);
            assertThat(index.filesRead).isEqualTo(2);
        }

        @Test
        void of_many_files_are_read_in_pages() {
            for (int i = 0; i < 3_500; i++) index.put(ANN, i, (i == 1_234) ? .5f : .25f, 0);
            assertThat(found(ANN).getFirst()).isEqualTo(file(1_234, .5));
            assertThat(index.pages).isEqualTo(4);
        }

        @Test
        void of_what_was_archived_are_not_found() {
            index.put(ANN, 1, 1, 0);
            index.put(ANN, 2, .5f, 0);
            found(ANN);
            index.put(ANN, 1);
            assertThat(found(ANN)).containsExactly(file(2, .5));
        }

        @Test
        void that_changed_replace_what_was_there() {
            index.put(ANN, 1, 1, 0);
            found(ANN);
            index.put(ANN, 1, .25f, 0);
            assertThat(found(ANN)).containsExactly(file(1, .25));
        }
    }

    @Nested
    class WhenMemoryIsShort {
        private static final int FEW = 60;

        /** Room for the vectors of two accounts with a few files, not for three. */
        private static final long ROOM = 14_000;

        @Test
        void the_account_that_searched_least_recently_makes_room() {
            searches = searching(ROOM);
            var accounts = List.of(ANN, BOB, new AccountId(3));
            for (int i = 0; i < 3 * FEW; i++) index.put(accounts.get(i % 3), i, .5f, 0);
            accounts.forEach(account -> found(account));
            found(BOB);
            assertThat(index.filesRead).isEqualTo(3 * FEW);
            found(ANN);
            assertThat(index.filesRead).isEqualTo(4 * FEW);
        }

        @Test
        void an_account_with_many_files_takes_none_from_others() {
            searches = searching(50_000);
            for (int i = 0; i < 3_000; i++) index.put(ANN, i, .25f, 0);
            index.put(BOB, 5_000, .5f, 0);
            found(BOB);
            found(ANN);
            int before = index.filesRead;
            found(BOB);
            assertThat(index.filesRead).isEqualTo(before);
        }

        @Test
        void what_does_not_fit_in_is_read_each_time_and_found_all_the_same() {
            searches = searching(80_000);
            for (int i = 0; i < 3_000; i++) index.put(ANN, i, .25f, 0);
            index.put(ANN, 10, .75f, 0);
            index.put(ANN, 2_900, .5f, 0);
            assertThat(found(ANN).subList(0, 2)).containsExactly(file(10, .75), file(2_900, .5));
            int first = index.filesRead;
            assertThat(found(ANN).subList(0, 2)).containsExactly(file(10, .75), file(2_900, .5));
            assertThat(index.filesRead - first).isBetween(1, first - 1);
        }
    }

    @Nested
    class Limits {
        @Test
        void refuse_what_is_too_much_at_once() {
            var waiting = new ArrayDeque<Runnable>();
            searches = searching(1 << 20, waiting::add, 2);
            var asked = new ArrayList<CompletableFuture<?>>();
            var query = new FileQuery(ANN, "a dog", 3, null);
            for (int i = 0; i < 3; i++) asked.add(searches.find(query));
            assertThatThrownBy(asked.getLast()::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Kind.BUSY));
            while (!waiting.isEmpty()) waiting.remove().run();
            assertThat(asked.getFirst()).isCompleted();
            asked.add(searches.find(query));
            assertThat(waiting).hasSize(1);
        }

        @Test
        void are_checked_before_anything_is_searched() {
            assertThatThrownBy(() -> new FileQuery(ANN, "a", 101, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new FileQuery(ANN, "😀".repeat(10_001), 1, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(new FileQuery(ANN, "😀".repeat(10_000), 1, null).limit()).isOne();
        }
    }

    @Test
    void without_a_meaning_words_are_searched_alone() {
        index.put(ANN, 1, 1, 0);
        meaning.isBroken = true;
        assertThat(found(ANN)).isEmpty();
        assertThat(index.pages).isZero();
    }
}
