package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.id.AccountId;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;

class LargeBodiesTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);

    private final LargeBodies bodies = new LargeBodies(new HttpLimits.LargeBodies(100, 3));

    private void isFullFor(AccountId account) {
        assertThatThrownBy(() -> bodies.enter(account))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code())
                                .isEqualTo(ProblemCode.OVERLOADED));
    }

    @Test
    void an_account_leaves_a_place_to_others() {
        bodies.enter(ANN);
        bodies.enter(ANN);
        isFullFor(ANN);
        bodies.enter(BOB);
        isFullFor(BOB);
    }

    @Test
    void a_place_is_free_again_once() {
        var first = bodies.enter(ANN);
        bodies.enter(ANN);
        first.leave();
        first.leave();
        bodies.enter(ANN);
        isFullFor(ANN);
    }
}
