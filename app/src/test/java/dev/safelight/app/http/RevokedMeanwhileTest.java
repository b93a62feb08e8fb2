package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveStore;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.Actor;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.server.http.Cors;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A key that dies after its call was admitted and before its answer is held. */
class RevokedMeanwhileTest {
    private static final String KEY = "a-key-for-the-tests-0001";

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    /** Revokes the caller's own key, then waits for what never comes. */
    private static Answer revoking(LiveStore live, Call call) {
        var keys = live.store.keys();
        var own = keys.list(call.who().account(), null, 1).join().entries().getFirst();
        keys.revoke(new Actor(call.who(), call.requestId()), own.handle()).join();
        return new Answer.Held(new CompletableFuture<>(), () -> {});
    }

    @Test
    void is_refused_though_nobody_tells_of_it_any_more() throws Exception {
        try (var live = new LiveStore(folder, time)) {
            live.store
                    .accounts()
                    .open(new NewKey(
                            "one",
                            Mode.LIVE,
                            new KeyText(KEY),
                            new Credits(10),
                            Limits.USUAL.firstKeys(),
                            EnumSet.of(Scope.READ, Scope.ADMIN)))
                    .join();
            var ports = new HttpPorts(
                    live.store.accounts(),
                    live.assembly::answerWaiting,
                    new Ids(time, new Random(2)),
                    time,
                    () -> CompletableFuture.completedFuture(true),
                    List.of());
            var settings = new HttpSettings("127.0.0.1", 0, null, Cors.OFF, Limits.USUAL.http());
            var http = new HttpServer(settings, ports, Runnable::run);
            var route = Route.get("/wait", Access.READ, call -> revoking(live, call));
            http.start(List.of(new Face(List.of(), Conventions.PLAIN, List.of(route))));
            try {
                var response = new Client(http.port(), KEY).call("GET", "/wait", "");
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(http.heldAnswers()).isZero();
            } finally {
                http.stop();
            }
        }
    }
}
