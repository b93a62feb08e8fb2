package dev.safelight.server.http;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.server.http.body.Body;
import dev.safelight.server.http.body.JsonBody;
import dev.safelight.server.http.body.MediaTypes;
import dev.safelight.server.http.body.SlowBodies;
import dev.safelight.server.http.body.SlowUploads;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Allowance;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Holder;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.concurrent.Executor;

/**
 * Takes every request from Jetty through the same stages: route, key, rate limit, body, handler.
 * The key is checked before the body is read. Whatever is thrown is answered, errors too, for a
 * request without an answer stays open. Runs on Jetty's threads and blocks one no longer than a
 * read by key takes.
 */
final class RequestPipeline extends Handler.Abstract {
    private static final Problem NOTHING_HERE = Problem.of(
            ProblemCode.ROUTE_NOT_FOUND, "There is nothing at this path; check the base URL.");

    private static final Problem NO_PROXY = Problem.of(
                    ProblemCode.METHOD_NOT_ALLOWED, "This server is no proxy.")
            .with("Connection", "close");

    private static final byte[] NO_BODY = new byte[0];

    private final Router router;
    private final Stages stages;
    private final Executor handlers;
    private final HeldAnswers held;
    private final OpenStreams streams;
    private final FileSender files;

    /** What each request is given, checked against and counted by. */
    record Stages(
            RequestIds ids,
            Cors cors,
            Authenticator authenticator,
            RateLimits rates,
            Bodies bodies,
            RequestMetrics metrics) {}

    /** What is known of bodies that come in: those that are gathered, and those that are not. */
    record Bodies(SlowBodies gathered, LargeBodies large, SlowUploads uploads) {
        private Body.Most most(BodyKind kind) {
            return kind == BodyKind.LARGE_JSON
                    ? new Body.Most(large.longest(), "Bring larger files by upload.")
                    : new Body.Most(gathered.longest(), "");
        }
    }

    /** Answers that take longer than to write them. */
    record Outgoing(HeldAnswers held, OpenStreams streams, FileSender files) {}

    RequestPipeline(Router router, Stages stages, Executor handlers, Outgoing outgoing) {
        this.router = router;
        this.stages = stages;
        this.handlers = handlers;
        held = outgoing.held();
        streams = outgoing.streams();
        files = outgoing.files();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String known = request.getHttpURI().getCanonicalPath();
        String path = known == null ? "" : known;
        var exchange = new Exchange(
                new Exchange.Arrival(request, response, callback),
                stages.ids().of(request),
                router.conventions(path),
                stages.cors(),
                stages.metrics());
        try {
            if (request.getMethod().equals("CONNECT")) exchange.refuse(NO_PROXY);
            else if (isPreflight(request, path))
                exchange.send(stages.cors().preflight(request.getHeaders()));
            else route(exchange, request, path);
        } catch (Throwable fault) {
            exchange.refuse(fault);
        }
        return true;
    }

    /** A path that every page may call has its own answer. */
    private boolean isPreflight(Request request, String path) {
        String method = request.getMethod();
        return stages.cors().isPreflight(method, request.getHeaders())
                && !(router.match(method, path) instanceof Router.Found);
    }

    private void route(Exchange exchange, Request request, String path) {
        switch (router.match(request.getMethod(), path)) {
            case Router.Found found -> serve(exchange, found);
            case Router.WrongMethod wrong -> exchange.refuse(wrongMethod(wrong.allowed()));
            case Router.Unknown() -> exchange.refuse(NOTHING_HERE);
        }
    }

    private static Problem wrongMethod(String allowed) {
        return Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Use " + allowed + " here.")
                .with("Allow", allowed);
    }

    private void serve(Exchange exchange, Router.Found found) {
        exchange.matched(found);
        Route route = found.route();
        // Before the key is looked at: who has none may be sending already.
        if (route.body() == BodyKind.STREAM)
            exchange.streams(stages.bodies().uploads(), stages.bodies().gathered());
        admit(exchange, route.access());
        var headers = exchange.request.getHeaders();
        switch (route.body()) {
            case JSON, LARGE_JSON -> readJson(exchange, found);
            case STREAM -> {
                mustBeWhole(headers);
                call(exchange, found, JsonNodeFactory.instance.objectNode());
            }
            case NONE -> {
                if (hasBody(headers)) drop(exchange, found);
                else call(exchange, found, JsonNodeFactory.instance.objectNode());
            }
        }
    }

    private void readJson(Exchange exchange, Router.Found found) {
        var headers = exchange.request.getHeaders();
        MediaTypes.mustBeJson(headers.get(HttpHeader.CONTENT_TYPE));
        MediaTypes.mustBePlain(headers.get(HttpHeader.CONTENT_ENCODING));
        Body.read(
                exchange.request,
                stages.bodies().gathered(),
                stages.bodies().most(found.route().body()),
                body -> read(exchange, found, body),
                fault -> refuseBody(exchange, found.route().body(), fault));
    }

    /** Who sends a long body before it reads an answer would be reset, and see none. */
    private void refuseBody(Exchange exchange, BodyKind kind, Throwable fault) {
        boolean waits = exchange.request.getHeaders().contains(HttpHeader.EXPECT)
                && exchange.request.getLength() > stages.bodies().most(kind).bytes();
        boolean isLate = fault instanceof Refusal refusal
                && refusal.problem().code() == ProblemCode.REQUEST_TIMEOUT;
        if (kind == BodyKind.LARGE_JSON && !waits && !isLate)
            exchange.leavesBody(stages.bodies().gathered());
        exchange.refuse(fault);
    }

    /** What is streamed is kept as it comes: a part, or bytes that stand for others, is no file. */
    private static void mustBeWhole(HttpFields headers) {
        MediaTypes.mustBePlain(headers.get(HttpHeader.CONTENT_ENCODING));
        if (headers.contains(HttpHeader.CONTENT_RANGE))
            throw new Refusal(
                    ProblemCode.INVALID_REQUEST,
                    "Parts of a file are not put together here; send all of it in one request,"
                            + " without Content-Range.");
    }

    private static boolean hasBody(HttpFields headers) {
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0
                || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** A body that comes after its answer would end the connection under the next request. */
    private void drop(Exchange exchange, Router.Found found) {
        Body.read(
                exchange.request,
                stages.bodies().gathered(),
                stages.bodies().most(found.route().body()),
                body -> read(exchange, found, NO_BODY),
                exchange::refuse);
    }

    private void admit(Exchange exchange, Access access) {
        if (access == Access.OPEN) return;
        Holder holder = stages.authenticator()
                .holder(exchange.request.getHeaders(), exchange.conventions().keys());
        Principal who = holder.who();
        Allowance left = stages.rates().admit(who, access);
        exchange.admitted(holder, left);
        mustBeWithin(left);
        mustBeAllowed(who, access);
    }

    /** An address is good for as many calls as the key that it was given to. */
    private Answer admit(Exchange exchange, Answer.ByAddress call) {
        Allowance left = stages.rates().admit(call.reader().who(), Access.READ);
        exchange.counted(left);
        mustBeWithin(left);
        return call.begin().get();
    }

    private static void mustBeWithin(@Nullable Allowance left) {
        if (left != null && !left.admitted()) throw new Refusal(left.exceeded());
    }

    /** Before anything is looked up: what a key may not do tells nothing of what is there. */
    private static void mustBeAllowed(Principal who, Access access) {
        var scope = access.scope();
        if (scope == null || who.may(scope)) return;
        throw new Refusal(
                ProblemCode.NOT_AUTHORIZED,
                "This needs a key with the scope '" + scope.word() + "'; yours has "
                        + (who.scopes().isEmpty() ? "none" : Scope.write(who.scopes())) + ".");
    }

    private void read(Exchange exchange, Router.Found found, byte[] body) {
        try {
            var bodies = stages.bodies();
            if (body.length > bodies.gathered().longest())
                exchange.holdsBody(bodies.large().enter(exchange.account()));
            call(exchange, found, JsonBody.read(body));
        } catch (Throwable fault) {
            exchange.refuse(fault);
        }
    }

    private void call(Exchange exchange, Router.Found found, ObjectNode body) {
        var call = new Call(
                exchange.request,
                exchange.id,
                found.values(),
                exchange.holder(),
                new Call.Sent(body, exchange.upload(), exchange::forgetBody));
        answer(exchange, found.route().handler().answer(call));
    }

    private void answer(Exchange exchange, Answer answer) {
        switch (answer) {
            case Answer.Text text -> exchange.send(text);
            case Answer.File file -> files.send(exchange, file);
            case Answer.Held waiting -> held.hold(exchange, waiting);
            case Answer.Reserved reserved -> {
                held.reserve(exchange);
                answer(exchange, reserved.begin().get());
            }
            case Answer.ByAddress call -> answer(exchange, admit(exchange, call));
            case Answer.Stream stream -> streams.open(exchange, stream);
            case Answer.Later<?> later -> await(exchange, later);
        }
    }

    /** A value that is complete is rendered on this thread, others never on the store's threads. */
    private <T> void await(Exchange exchange, Answer.Later<T> later) {
        var value = later.value();
        if (value.isDone()) {
            var _ = value.whenComplete((result, fault) -> render(exchange, later, result, fault));
        } else {
            var _ = value.whenCompleteAsync(
                    (result, fault) -> render(exchange, later, result, fault), handlers);
        }
    }

    private <T> void render(
            Exchange exchange, Answer.Later<T> later, T result, @Nullable Throwable fault) {
        if (fault != null) {
            exchange.refuse(fault);
            return;
        }
        try {
            answer(exchange, later.render().apply(result));
        } catch (Throwable refused) {
            exchange.refuse(refused);
        }
    }
}
