package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.testkit.time.VirtualTime;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

class AuthenticatorTest {
    private static final String ANNS = "a-key-of-some-length-0001";
    private static final String BOBS = "a-key-of-some-length-0002";
    private static final String NOBODYS = "a-key-of-some-length-0003";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Holders holders = new Holders();
    private final Authenticator authenticator = new Authenticator(holders, time);

    /** Accounts in memory, by what is kept of their keys. */
    private static final class Holders implements Accounts {
        private final Map<KeyDigest, Principal> byDigest = new HashMap<>();

        @Override
        public Optional<Principal> find(KeyDigest text, Instant now) {
            return Optional.ofNullable(byDigest.get(text));
        }

        @Override
        public void onEnded(Consumer<KeyDigest> listener) {
            throw new UnsupportedOperationException("nobody listens");
        }

        @Override
        public CompletableFuture<List<Principal>> openTwins(NewKey live, NewKey test) {
            throw new UnsupportedOperationException("opened by hand");
        }

        @Override
        public CompletableFuture<Principal> admitOwner(KeyText text) {
            throw new UnsupportedOperationException("opened by hand");
        }

        @Override
        public boolean isEmpty() {
            return byDigest.isEmpty();
        }

        @Override
        public CompletableFuture<List<Principal>> open(List<NewKey> opened) {
            throw new UnsupportedOperationException("opened by hand");
        }

        private Principal hold(String key, Mode mode) {
            int number = byDigest.size() + 1;
            var who = new Principal(
                    new AccountId(number),
                    new KeyId(number),
                    mode,
                    Scope.ALL,
                    Principal.Rates.UNLIMITED,
                    new Principal.Names("a key", "an account"));
            byDigest.put(new KeyText(key).digest(), who);
            return who;
        }
    }

    private Principal bearer(String key) {
        return holder(HttpFields.build().put("Authorization", "Bearer " + key));
    }

    private Principal named(String key) {
        return holder(HttpFields.build().put("x-api-key", key));
    }

    private Principal holder(HttpFields headers) {
        return authenticator.holder(headers, KeyOrder.AUTHORIZATION_FIRST).who();
    }

    private void refused(String key) {
        assertThatThrownBy(() -> bearer(key))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code())
                                .isEqualTo(ProblemCode.INVALID_KEY));
    }

    @Nested
    class AStranger {
        @Test
        void who_asks_second_is_taken_for_nobody_else() {
            var ann = holders.hold(ANNS, Mode.LIVE);
            var bob = holders.hold(BOBS, Mode.TEST);
            for (int round = 0; round < 3; round++) {
                assertThat(bearer(ANNS)).isEqualTo(ann);
                assertThat(named(BOBS)).isEqualTo(bob);
                assertThat(named(ANNS)).isEqualTo(ann);
                assertThat(bearer(BOBS)).isEqualTo(bob);
            }
        }

        @Test
        void whose_key_is_nobodys_is_refused_after_one_that_is_known() {
            holders.hold(ANNS, Mode.LIVE);
            bearer(ANNS);
            for (var close : List.of(
                    NOBODYS,
                    ANNS + "0",
                    ANNS.substring(0, ANNS.length() - 1),
                    ANNS.replace('a', 'A'),
                    ANNS + "," + ANNS)) refused(close);
            assertThat(bearer(ANNS).account()).isEqualTo(new AccountId(1));
        }

        @Test
        void who_was_refused_is_known_as_soon_as_the_key_is_opened() {
            refused(ANNS);
            var ann = holders.hold(ANNS, Mode.LIVE);
            assertThat(bearer(ANNS)).isEqualTo(ann);
        }
    }

    @Nested
    class AKeyThatDies {
        @Test
        void is_refused_at_once_however_often_it_has_called() {
            holders.hold(ANNS, Mode.LIVE);
            for (int call = 0; call < 9; call++) bearer(ANNS);
            holders.byDigest.clear();
            refused(ANNS);
        }
    }

    @Test
    void of_two_headers_the_one_counts_that_the_face_puts_first() {
        var ann = holders.hold(ANNS, Mode.LIVE);
        var bob = holders.hold(BOBS, Mode.LIVE);
        var both = HttpFields.build().put("x-api-key", BOBS).put("Authorization", "Bearer " + ANNS);
        assertThat(holder(both)).isEqualTo(ann);
        assertThat(authenticator.holder(both, KeyOrder.API_KEY_FIRST).who()).isEqualTo(bob);
    }
}
