package dev.safelight.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class KnownSessionsTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);

    private final Shelf shelf = new Shelf();
    private final KnownSessions known = new KnownSessions(shelf);
    private final Session anns =
            shelf.create(ANN, new SessionId(new Id(1, 1)), "Ann's").join();
    private final Session bobs =
            shelf.create(BOB, new SessionId(new Id(1, 2)), "Bob's").join();

    /** Sessions in memory. */
    private static final class Shelf implements Sessions {
        private final Map<SessionId, Session> all = new HashMap<>();
        private int asked;

        @Override
        public CompletableFuture<Session> create(AccountId account, SessionId id, String title) {
            var made = new Session(id, account, title, Instant.EPOCH);
            all.put(id, made);
            return CompletableFuture.completedFuture(made);
        }

        @Override
        public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
            asked++;
            return CompletableFuture.completedFuture(
                    Optional.ofNullable(all.get(id)).filter(one -> one.account().equals(account)));
        }
    }

    private Optional<Session> find(AccountId account, Session session) {
        return known.find(account, session.id()).join();
    }

    private void isNotThereFor(AccountId account, Session session) {
        assertThat(find(account, session)).isEmpty();
    }

    @Nested
    class AStranger {
        @Test
        void who_asks_second_is_told_that_it_is_not_there() {
            find(ANN, anns);
            isNotThereFor(BOB, anns);
            isNotThereFor(BOB, anns);
            assertThat(find(BOB, bobs)).hasValue(bobs);
        }

        @Test
        void who_asks_first_takes_nothing_from_its_owner() {
            isNotThereFor(BOB, anns);
            assertThat(find(ANN, anns)).hasValue(anns);
            isNotThereFor(BOB, anns);
        }
    }

    @Test
    void its_owner_is_answered_from_memory_the_second_time() {
        find(ANN, anns);
        find(ANN, anns);
        assertThat(shelf.asked).isEqualTo(1);
    }
}
