package dev.safelight.server.dialect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.address.SignedAddresses;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes and checks addresses by which a page follows a task without a key: a browser's EventSource
 * sends no header of ours. Each names the text of the key that it was given to, sealed, and is good
 * while that text is; it ends an hour after its task must have. Never log one.
 */
public final class StreamAddresses {
    /** What the secrets are asked for by. */
    public static final String PURPOSE = "stream-address";

    private static final Duration AFTERWARDS = Duration.ofHours(1);
    private static final int MOST_KNOWN = 1_000;

    private final SignedAddresses addresses;
    private final Secrets secrets;
    private final Accounts accounts;
    private final InstantSource clock;

    /** To seal a text is dearer than to sign the address, and keys are few. */
    private final Cache<Sealing, String> sealed = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();

    private record Sealing(Secrets.Secret secret, KeyDigest text) {}

    public StreamAddresses(
            PublicAddress base, Secrets secrets, Accounts accounts, InstantSource clock) {
        addresses = new SignedAddresses(base, secrets, PURPOSE, clock);
        this.secrets = secrets;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Lets whoever has the address read in the caller's name; null where the caller may not read
     * or the time is over already. The same address whenever it is asked for.
     *
     * @param path of the task's stream; the address has one segment more
     * @param longest how long the task may take from its submit to its end
     */
    public @Nullable String sign(Caller caller, String path, TaskId task, Duration longest) {
        var end = Instant.ofEpochMilli(task.id().millis()).plus(longest).plus(AFTERWARDS);
        if (!caller.who().may(Scope.READ) || !end.isAfter(clock.instant())) return null;
        var secret = secrets.all(PURPOSE).getFirst();
        String text = sealed.get(
                new Sealing(secret, caller.text()),
                sealing -> SealedTexts.seal(sealing.secret(), sealing.text()));
        return addresses.sign(path + "/" + text, end).url();
    }

    /**
     * In whose name the address is followed.
     *
     * @param sealed the last segment of its path
     */
    public Caller check(Call call, String sealed) {
        addresses.check(call);
        return secrets.all(PURPOSE).stream()
                .map(secret -> SealedTexts.open(secret, sealed))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(this::caller)
                .orElseThrow(() -> new Refusal(
                        ProblemCode.EXPIRED_SIGNATURE,
                        "This address has ended with the key that it was given to."));
    }

    private Optional<Caller> caller(KeyDigest text) {
        return accounts.find(text, clock.instant())
                .filter(who -> who.may(Scope.READ))
                .map(who -> new Caller(who, text));
    }
}
