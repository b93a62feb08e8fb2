package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.junit.jupiter.api.Test;

import java.util.Set;

class PermitsTest {
    private final Permits permits = new Permits(new HttpLimits.Permits(2, 3, 4));

    private static Principal key(int account, int number) {
        return new Principal(
                new AccountId(account),
                new KeyId(number),
                Mode.LIVE,
                Set.of(),
                Principal.Rates.UNLIMITED,
                new Principal.Names("", ""));
    }

    @Test
    void a_key_leaves_room_for_others_of_its_account() {
        assertThat(permits.acquire(key(1, 1))).isNull();
        assertThat(permits.acquire(key(1, 1))).isNull();
        assertThat(permits.acquire(key(1, 1))).isEqualTo(NoPermit.OF_KEY);
        assertThat(permits.acquire(key(1, 2))).isNull();
    }

    @Test
    void an_account_with_many_keys_leaves_room_for_other_accounts() {
        for (int number = 1; number <= 3; number++)
            assertThat(permits.acquire(key(1, number))).isNull();
        assertThat(permits.acquire(key(1, 4))).isEqualTo(NoPermit.OF_ACCOUNT);
        assertThat(permits.acquire(key(2, 5))).isNull();
        assertThat(permits.acquire(null)).isEqualTo(NoPermit.IN_ALL);
    }

    @Test
    void what_is_released_may_be_acquired_again_and_a_refusal_acquires_nothing() {
        for (int round = 0; round < 3; round++) {
            for (int number = 1; number <= 3; number++)
                assertThat(permits.acquire(key(1, number))).isNull();
            assertThat(permits.acquire(key(1, 3))).isEqualTo(NoPermit.OF_ACCOUNT);
            for (int number = 1; number <= 3; number++) permits.release(key(1, number));
        }
        for (int taken = 0; taken < 4; taken++)
            assertThat(permits.acquire(null)).isNull();
        assertThat(permits.acquire(null)).isEqualTo(NoPermit.IN_ALL);
    }
}
