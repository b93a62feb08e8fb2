package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.LiveStore;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class OpeningAccountsTest {
    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    private static NewKey key(String text) {
        return new NewKey(
                "one", Mode.LIVE, new KeyText(text), new Credits(10), Limits.USUAL.firstKeys());
    }

    @Nested
    class AfterARestart {

        @Test
        void each_key_is_known_as_it_was_opened() {
            var live = key("a-key-for-the-tests-0001");
            var limits = new KeyLimits(3, 4, 5);
            var test = new NewKey(
                    "two",
                    Mode.TEST,
                    new KeyText("a-key-for-the-tests-0002"),
                    new Credits(20),
                    limits);
            List<Principal> opened;
            try (var first = new LiveStore(folder, time)) {
                opened = first.store.accounts().open(List.of(live, test)).join();
                assertThat(opened.getLast().mode()).isEqualTo(Mode.TEST);
                assertThat(opened.getLast().rates().submits()).isEqualTo(4);
                assertThat(opened.getLast().rates().reads()).isEqualTo(5);
            }
            try (var again = new LiveStore(folder, time)) {
                var accounts = again.store.accounts();
                assertThat(accounts.find(live.key().digest(), time.instant()))
                        .contains(opened.getFirst());
                assertThat(accounts.find(test.key().digest(), time.instant()))
                        .contains(opened.getLast());
                assertThat(accounts.find(
                                new KeyText("a-key-for-the-tests-0003").digest(), time.instant()))
                        .isEmpty();
            }
        }
    }

    @Nested
    class WhenOneOfSeveralCannotBeOpened {

        @Test
        void none_is_known_now_or_after_a_restart() {
            var twice = List.of(key("a-key-for-the-tests"), key("a-key-for-the-tests"));
            try (var live = new LiveStore(folder, time)) {
                assertThat(live.store
                                .accounts()
                                .open(twice)
                                .handle((done, fault) -> fault)
                                .join())
                        .isNotNull();
                assertThat(live.store.accounts().isEmpty()).isTrue();
            }
            try (var live = new LiveStore(folder, time)) {
                assertThat(live.store.accounts().isEmpty()).isTrue();
            }
        }
    }
}
