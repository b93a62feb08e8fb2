package dev.safelight.server.http;

import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** {@code /livez}, {@code /readyz} and {@code /metrics}: for operators and their probes. */
final class Health {
    private final RequestMetrics metrics;
    private final Supplier<? extends CompletableFuture<?>> probe;

    Health(RequestMetrics metrics, Supplier<? extends CompletableFuture<?>> probe) {
        this.metrics = metrics;
        this.probe = probe;
    }

    Face face() {
        return new Face(
                List.of(),
                Conventions.PLAIN,
                List.of(
                        Route.get("/livez", Access.OPEN, call -> ok()),
                        Route.get("/readyz", Access.OPEN, call -> ready()),
                        Route.get("/metrics", Access.OPEN, call -> metrics())));
    }

    private static Answer.Text ok() {
        return Answer.json("{\"status\":\"ok\"}");
    }

    private Answer ready() {
        if (metrics.isDraining()) throw new Refusal(notReady("The server is shutting down."));
        var answers = probe.get().handle((answer, fault) -> fault == null);
        return Answer.later(answers, well -> {
            if (well) return ok();
            throw new Refusal(notReady("The store takes no writes or does not answer."));
        });
    }

    private static Problem notReady(String detail) {
        return Problem.of(ProblemCode.NOT_READY, detail).retryAfter(1);
    }

    private Answer metrics() {
        byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
        return new Answer.Text(200, "text/plain; version=0.0.4; charset=utf-8", text, List.of());
    }
}
