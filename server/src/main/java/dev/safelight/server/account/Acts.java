package dev.safelight.server.account;

import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.KeyRules;
import dev.safelight.core.task.StoreFault;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers what was decided about an act. */
final class Acts {
    private Acts() {}

    static Actor actor(Call call) {
        return new Actor(call.who(), call.requestId());
    }

    /**
     * Renders what was done, or refuses.
     *
     * @param absent what the caller is told of an object that they do not see
     */
    static <T> Answer answer(
            CompletableFuture<ActVerdict<T>> act,
            Supplier<Refusal> absent,
            Function<? super T, Answer> render) {
        CompletableFuture<ActVerdict<T>> decided = act.exceptionally(fault -> {
            throw told(fault);
        });
        return Answer.later(decided, verdict -> switch (verdict) {
            case ActVerdict.Done<T>(T value) -> render.apply(value);
            case ActVerdict.Refused<T>(var why) -> throw refusal(why, absent);
        });
    }

    /** No act is kept to be replayed: repeated, it might be done twice. */
    private static CompletionException told(Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        boolean isOpen =
                cause instanceof StoreFault store && store.kind() == StoreFault.Kind.UNKNOWN;
        return new CompletionException(isOpen ? lookFirst() : cause);
    }

    private static Refusal lookFirst() {
        return new Refusal(Problem.of(
                        ProblemCode.OUTCOME_UNKNOWN,
                        "The storage failed while this was being written, and it may have been"
                                + " done. Look at the ledger, the list or the audit log first, and"
                                + " repeat it only when it is not there.")
                .retryAfter(2));
    }

    private static Refusal refusal(ActRefusal why, Supplier<Refusal> absent) {
        return switch (why) {
            case ABSENT -> absent.get();
            case ACTOR_REVOKED ->
                new Refusal(ProblemCode.INVALID_KEY, "Your API key was revoked meanwhile.");
            case SCOPE_NOT_HELD ->
                new Refusal(
                        ProblemCode.NOT_AUTHORIZED,
                        "A key gives only scopes that it has itself, and changes only keys that"
                                + " have no others; ask who has them.");
            case LAST_OPERATOR ->
                new Refusal(
                        ProblemCode.NOT_AUTHORIZED,
                        "This is the last key with the scope operator. Create another one first, or"
                                + " revoke it on the machine itself, with the server stopped.");
            case NOT_LIVE ->
                new Refusal(Problem.invalid(
                        "mode", "'mode' must be test: an account for tests has no live keys."));
            case TEST_OPERATOR ->
                new Refusal(Problem.invalid(
                        "scopes", "'scopes' must not have operator: a test key is no operator."));
            case TOO_MANY ->
                new Refusal(
                        ProblemCode.TOO_MANY_KEYS,
                        "The account has as many keys as it may have: " + figure(KeyRules.MOST_KEYS)
                                + ". Revoke some first.");
            case TOO_MANY_TEXTS ->
                new Refusal(
                        ProblemCode.TOO_MANY_KEYS,
                        "As many texts of the key are in their grace as may be: "
                                + figure(KeyRules.MOST_EARLIER_TEXTS)
                                + ". Exchange it without a grace, or wait until some have ended.");
            case KEY_REVOKED ->
                new Refusal(
                        ProblemCode.KEY_REVOKED,
                        "The key is revoked, and that is for good. Create another one.");
        };
    }

    /** As in {@code 1,000}. */
    private static String figure(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What shows a secret is kept by nobody on the way. */
    static Answer.Text secret(byte[] body) {
        return Answer.json(body).with("Cache-Control", "no-store");
    }
}
