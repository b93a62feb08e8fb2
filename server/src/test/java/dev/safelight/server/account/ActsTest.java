package dev.safelight.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.KeyRules;
import dev.safelight.core.task.StoreFault;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Header;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a caller is told of an act that was not done. */
class ActsTest {

    private static CompletableFuture<Answer> answer(CompletableFuture<ActVerdict<String>> act) {
        return rendered(Acts.answer(act, Handles::noKey, Answer::json));
    }

    private static CompletableFuture<Answer> rendered(Answer answer) {
        return rendered((Answer.Later<?>) answer);
    }

    private static <T> CompletableFuture<Answer> rendered(Answer.Later<T> later) {
        return later.value().thenApply(later.render());
    }

    private static Problem refused(CompletableFuture<ActVerdict<String>> act) {
        var fault = catchThrowableOfType(CompletionException.class, answer(act)::join);
        if (fault.getCause() instanceof Refusal refusal) return refusal.problem();
        throw new AssertionError(fault);
    }

    private static Problem refused(ActRefusal why) {
        return refused(CompletableFuture.completedFuture(new ActVerdict.Refused<>(why)));
    }

    @Test
    void one_that_may_have_been_done_is_looked_for_and_not_repeated_blindly() {
        var unknown = new StoreFault(StoreFault.Kind.UNKNOWN, "secret");
        for (var fault : new Throwable[] {unknown, new CompletionException(unknown)}) {
            var problem = refused(CompletableFuture.failedFuture(fault));
            assertThat(problem.code()).isEqualTo(ProblemCode.OUTCOME_UNKNOWN);
            assertThat(problem.detail())
                    .contains("Look at the ledger")
                    .doesNotContain("Idempotency-Key")
                    .doesNotContain("secret");
            assertThat(problem.headers()).extracting(Header::name).contains("Retry-After");
        }
    }

    @Test
    void other_faults_of_the_store_go_on_as_they_are() {
        var full = new StoreFault(StoreFault.Kind.FULL, "full");
        assertThat(answer(CompletableFuture.failedFuture(full)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(full);
    }

    @Test
    void each_limit_has_words_and_a_figure_of_its_own() {
        assertThat(refused(ActRefusal.TOO_MANY).detail())
                .contains(": 1,000.")
                .doesNotContain("texts");
        assertThat(refused(ActRefusal.TOO_MANY_TEXTS).detail())
                .contains(": " + KeyRules.MOST_EARLIER_TEXTS + ".")
                .doesNotContain("1,000");
    }
}
