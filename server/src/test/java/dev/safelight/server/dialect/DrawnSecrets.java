package dev.safelight.server.dialect;

import dev.safelight.core.access.Secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Secrets in a list, one for all purposes at first. */
public final class DrawnSecrets implements Secrets {
    private final List<Secret> all = new ArrayList<>();

    public DrawnSecrets() {
        rotate("first").join();
    }

    @Override
    public List<Secret> all(String purpose) {
        return all;
    }

    @Override
    public CompletableFuture<Secret> rotate(String purpose) {
        int number = all.size() + 1;
        var secret = new Secret(number, "%064x".formatted(number));
        all.addFirst(secret);
        return CompletableFuture.completedFuture(secret);
    }
}
