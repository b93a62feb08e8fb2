package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Hold;
import dev.safelight.core.ledger.Posting;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.ledger.SpendWindow;
import dev.safelight.core.ledger.Spending;
import dev.safelight.core.task.SubmitVerdict.Accept;
import dev.safelight.core.task.SubmitVerdict.Conflict;
import dev.safelight.core.task.SubmitVerdict.NothingToRepeat;
import dev.safelight.core.task.SubmitVerdict.QueueFull;
import dev.safelight.core.task.SubmitVerdict.RepeatAnswer;
import dev.safelight.core.task.SubmitVerdict.ShortOfCredits;
import dev.safelight.core.task.SubmitVerdict.ShowTask;
import dev.safelight.core.task.SubmitVerdict.SpendLimitReached;
import dev.safelight.core.task.SubmitVerdict.UnknownFile;
import dev.safelight.core.task.SubmitVerdict.UnknownSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SubmitRulesTest {
    private static final Fingerprint DIGEST = new Fingerprint(1, 1);
    private static final Fingerprint MAKING = new Fingerprint(4, 4);
    private static final Fingerprint OTHER_DIGEST = new Fingerprint(2, 2);
    private static final TaskId FIRST = new TaskId(new Id(7, 7));
    private static final TaskId SECOND = new TaskId(new Id(8, 8));
    private static final SubmitRules.Named NO_SESSION = new SubmitRules.Named(false, null);
    private static final Room ROOM = new Room(0, 10);
    private static final Book RICH = Book.EMPTY.after(Posting.grant(new Credits(1_000)));

    private static NewTask submit(@Nullable String callersId) {
        return submit(callersId, false);
    }

    private static NewTask submit(@Nullable String callersId, boolean only) {
        var input = new TaskInput("{}", Map.of(), null, callersId);
        return new NewTask(
                Samples.HEADER,
                input,
                List.of(),
                new NewTask.Repeatability(DIGEST, MAKING, new Fingerprint(3, 3), only),
                new NewTask.Acknowledgement("tools", "{}"),
                null);
    }

    private static SubmitVerdict decide(
            @Nullable String callersId, @Nullable Earlier byKey, @Nullable Earlier byCallersId) {
        return SubmitRules.decide(
                submit(callersId), byKey, byCallersId, SubmitRules.Named.ALL, funds(RICH), ROOM);
    }

    private static SubmitVerdict decide(Book book, Room room) {
        return SubmitRules.decide(
                submit(null), null, null, SubmitRules.Named.ALL, funds(book), room);
    }

    private static Funds funds(Book book) {
        return new Funds(book, Spending.UNLIMITED, Samples.NOON);
    }

    private static Earlier same(TaskId task) {
        return new Earlier(task, DIGEST, MAKING);
    }

    private static Earlier other(TaskId task) {
        return new Earlier(task, OTHER_DIGEST, OTHER_DIGEST);
    }

    @Nested
    class WhenNothingCameBefore {
        @Test
        void it_is_taken_up_with_a_hold_of_its_price() {
            assertThat(decide(null, null, null))
                    .isEqualTo(new Accept(new Hold(Samples.ID.id(), Samples.HOLD)));
        }

        @Test
        void the_last_credit_pays_and_one_less_does_not() {
            var enough = Book.EMPTY.after(Posting.grant(Samples.HOLD));
            assertThat(decide(enough, ROOM)).isInstanceOf(Accept.class);
            var less = Book.EMPTY.after(Posting.grant(new Credits(79)));
            assertThat(decide(less, ROOM))
                    .isEqualTo(new ShortOfCredits(Samples.HOLD, new Credits(79)));
        }

        @Test
        void the_last_place_is_given_and_one_more_is_not() {
            assertThat(decide(RICH, new Room(9, 10))).isInstanceOf(Accept.class);
            assertThat(decide(RICH, new Room(10, 10))).isEqualTo(new QueueFull(10));
            assertThat(decide(RICH, new Room(11, 10))).isEqualTo(new QueueFull(10));
        }

        @Test
        void who_cannot_pay_is_told_so_even_when_there_is_no_room() {
            assertThat(decide(Book.EMPTY, new Room(10, 10))).isInstanceOf(ShortOfCredits.class);
        }
    }

    @Nested
    class ThatIsOnlyToRepeat {
        private SubmitVerdict decide(@Nullable Earlier byKey, @Nullable Earlier byCallersId) {
            var submit = submit(byCallersId == null ? null : "a", true);
            return SubmitRules.decide(
                    submit, byKey, byCallersId, SubmitRules.Named.ALL, funds(RICH), ROOM);
        }

        @Test
        void what_came_before_is_answered_and_nothing_new_is_taken_up() {
            assertThat(decide(same(FIRST), null)).isEqualTo(new RepeatAnswer(FIRST));
            assertThat(decide(null, same(FIRST))).isEqualTo(new ShowTask(FIRST));
            assertThat(decide(null, null)).isEqualTo(new NothingToRepeat());
        }
    }

    @Nested
    class OfAKeyThatMaySpendSoMuch {
        private static final long LIMIT = 200;

        private SubmitVerdict decide(long spent, Book book, Room room) {
            var limits = new SpendLimits(Credits.ZERO, new Credits(LIMIT), Credits.ZERO);
            var steps = new TreeMap<Long, Long>();
            steps.put(Spending.step(Samples.NOON), spent);
            var funds = new Funds(book, Spending.of(limits, steps), Samples.NOON);
            return SubmitRules.decide(submit(null), null, null, SubmitRules.Named.ALL, funds, room);
        }

        @Test
        void the_last_credit_is_spent_and_one_more_is_not() {
            assertThat(decide(LIMIT - Samples.HOLD.amount(), RICH, ROOM))
                    .isInstanceOf(Accept.class);
            long spent = LIMIT - Samples.HOLD.amount() + 1;
            assertThat(decide(spent, RICH, ROOM))
                    .isEqualTo(new SpendLimitReached(
                            SpendWindow.ONE_DAY,
                            new Credits(LIMIT),
                            new Credits(spent),
                            Samples.NOON.plus(Duration.ofDays(1)).plus(Spending.STEP)));
        }

        @Test
        void waiting_helps_nobody_who_cannot_pay() {
            assertThat(decide(LIMIT, Book.EMPTY, ROOM)).isInstanceOf(ShortOfCredits.class);
        }

        @Test
        void that_is_told_before_there_is_no_room() {
            assertThat(decide(LIMIT, RICH, new Room(10, 10))).isInstanceOf(SpendLimitReached.class);
        }
    }

    @Nested
    class InASessionThatTheAccountDoesNotHave {
        private SubmitVerdict decide(@Nullable Earlier byKey, Book book, Room room) {
            return SubmitRules.decide(submit(null), byKey, null, NO_SESSION, funds(book), room);
        }

        @Test
        void it_is_refused() {
            assertThat(decide(null, RICH, ROOM)).isEqualTo(new UnknownSession());
        }

        @Test
        void that_is_told_before_what_is_missing_to_pay_or_to_keep_it() {
            assertThat(decide(null, Book.EMPTY, new Room(10, 10))).isEqualTo(new UnknownSession());
        }

        @Test
        void what_came_before_is_told_first() {
            assertThat(decide(same(FIRST), RICH, ROOM)).isEqualTo(new RepeatAnswer(FIRST));
            assertThat(decide(other(FIRST), RICH, ROOM)).isInstanceOf(Conflict.class);
        }
    }

    @Nested
    class WithAFileThatTheAccountDoesNotHave {
        private static final AssetId FILE = new AssetId(new Id(9, 9));

        private SubmitVerdict decide(boolean hasSession, @Nullable Earlier byKey, Book book) {
            var named = new SubmitRules.Named(hasSession, FILE);
            return SubmitRules.decide(submit(null), byKey, null, named, funds(book), ROOM);
        }

        @Test
        void it_is_refused_before_what_is_missing_to_pay() {
            assertThat(decide(true, null, RICH)).isEqualTo(new UnknownFile(FILE));
            assertThat(decide(true, null, Book.EMPTY)).isEqualTo(new UnknownFile(FILE));
        }

        @Test
        void a_session_that_is_not_there_either_is_told_first() {
            assertThat(decide(false, null, RICH)).isEqualTo(new UnknownSession());
        }

        @Test
        void what_came_before_is_answered_as_then() {
            assertThat(decide(true, same(FIRST), RICH)).isEqualTo(new RepeatAnswer(FIRST));
        }
    }

    @Nested
    class UnderAnIdempotencyKey {
        @Test
        void the_same_request_repeats_its_answer_whatever_the_account_has_now() {
            var verdict = SubmitRules.decide(
                    submit(null),
                    same(FIRST),
                    null,
                    NO_SESSION,
                    funds(Book.EMPTY),
                    new Room(10, 10));
            assertThat(verdict).isEqualTo(new RepeatAnswer(FIRST));
        }

        @Test
        void another_request_is_a_conflict() {
            assertThat(decide(null, other(FIRST), null))
                    .isEqualTo(new Conflict(FIRST, ConflictCause.OTHER_REQUEST_OF_KEY));
        }

        @Test
        void a_key_is_remembered_for_24_hours_to_the_instant() {
            var used = Samples.NOON;
            var end = used.plus(Duration.ofHours(24));
            assertThat(SubmitRules.isRemembered(used, used)).isTrue();
            assertThat(SubmitRules.isRemembered(used, end.minusMillis(1))).isTrue();
            assertThat(SubmitRules.isRemembered(used, end)).isFalse();
        }
    }

    @Nested
    class UnderAnIdOfTheCallers {
        @Test
        void the_same_request_shows_the_task_as_it_is_now() {
            assertThat(decide("a", null, same(FIRST))).isEqualTo(new ShowTask(FIRST));
        }

        @Test
        void another_request_is_a_conflict() {
            assertThat(decide("a", null, other(FIRST)))
                    .isEqualTo(new Conflict(FIRST, ConflictCause.OTHER_REQUEST_OF_CALLERS_ID));
        }
    }

    @Nested
    class UnderBoth {
        @Test
        void one_task_repeats_its_answer() {
            assertThat(decide("a", same(FIRST), same(FIRST))).isEqualTo(new RepeatAnswer(FIRST));
        }

        @Test
        void two_tasks_are_a_conflict() {
            var conflict = new Conflict(FIRST, ConflictCause.NAMES_TWO_TASKS);
            assertThat(decide("a", same(FIRST), same(SECOND))).isEqualTo(conflict);
            assertThat(decide("a", other(FIRST), same(SECOND))).isEqualTo(conflict);
            assertThat(decide("a", other(FIRST), other(SECOND))).isEqualTo(conflict);
        }

        @Test
        void a_key_of_a_task_that_has_no_such_id_is_a_conflict() {
            assertThat(decide("a", same(FIRST), null))
                    .isEqualTo(new Conflict(FIRST, ConflictCause.NAMES_TWO_TASKS));
        }

        @Test
        void one_task_of_another_request_is_a_conflict_of_the_key() {
            assertThat(decide("a", other(FIRST), other(FIRST)))
                    .isEqualTo(new Conflict(FIRST, ConflictCause.OTHER_REQUEST_OF_KEY));
        }

        @Test
        void an_id_whose_key_is_forgotten_shows_the_task() {
            assertThat(decide("a", null, same(FIRST))).isEqualTo(new ShowTask(FIRST));
        }
    }
}
