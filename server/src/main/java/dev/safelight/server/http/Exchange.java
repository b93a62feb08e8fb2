package dev.safelight.server.http;

import dev.safelight.core.id.AccountId;
import dev.safelight.server.http.body.Leftover;
import dev.safelight.server.http.body.SlowBodies;
import dev.safelight.server.http.body.SlowUploads;
import dev.safelight.server.http.body.Upload;
import dev.safelight.server.http.face.Allowance;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Holder;
import dev.safelight.server.http.problem.Header;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Problems;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * One request on its way to its answer: what stays in memory while an answer is held, so it keeps
 * neither the body nor the call. Answered exactly once, by one thread at a time.
 */
final class Exchange implements Callback {
    /** Accounts count from 1. */
    private static final AccountId NOBODY = new AccountId(0);

    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Answer.JSON);
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");
    private static final int LITTLE_BYTES = 64 << 10;
    final Request request;
    final Response response;
    final String id;
    private final Callback callback;
    private final RequestMetrics metrics;
    private final Conventions conventions;
    private final Cors cors;
    private Timings timings;
    private List<Header> always = List.of();
    private @Nullable Allowance allowance;
    private @Nullable Holder holder;
    private @Nullable Runnable permit;
    private @Nullable Upload upload;
    private @Nullable SlowBodies bodies;
    private boolean sendsOn;
    private LargeBodies.@Nullable Place large;

    Exchange(
            Arrival arrival,
            String id,
            Conventions conventions,
            Cors cors,
            RequestMetrics metrics) {
        this.request = arrival.request();
        this.response = arrival.response();
        this.callback = arrival.callback();
        this.id = id;
        this.conventions = conventions;
        this.cors = cors;
        this.metrics = metrics;
        this.timings = metrics.unmatched();
        metrics.begun();
    }

    /** What Jetty hands over. */
    record Arrival(Request request, Response response, Callback callback) {}

    void matched(Router.Found found) {
        timings = found.timings();
        always = found.route().headers();
    }

    /** What it brings is left to a handler, who may refuse it before all of it was read. */
    void streams(SlowUploads slow, SlowBodies dropped) {
        bodies = dropped;
        upload = new Upload(request, slow);
    }

    /** It is refused while it may be sending on: a large body is not cut off under its sender. */
    void leavesBody(SlowBodies dropped) {
        bodies = dropped;
        sendsOn = true;
    }

    /** What it has brought is large, and in memory until that is forgotten. */
    void holdsBody(LargeBodies.Place place) {
        large = place;
    }

    /** Nothing of what it has brought is in memory any more. Any thread. */
    void forgetBody() {
        var held = large;
        if (held != null) held.leave();
    }

    @Nullable
    Upload upload() {
        return upload;
    }

    Conventions conventions() {
        return conventions;
    }

    void admitted(Holder by, @Nullable Allowance against) {
        holder = by;
        allowance = against;
    }

    /** Who has called by an address is told what is left to its key, and nothing else of it. */
    void counted(@Nullable Allowance against) {
        allowance = against;
    }

    /** Whose key has called; nobody's where anybody may. */
    AccountId account() {
        var by = holder;
        return by == null ? NOBODY : by.who().account();
    }

    /** Who has called; null where anybody may. */
    @Nullable
    Holder holder() {
        return holder;
    }

    /** Keeps a permit among the held answers; it is released at the end unless it is taken. */
    void keepPermit(Runnable release) {
        permit = release;
    }

    /** Whether one was kept: who asks has to release it. */
    boolean takePermit() {
        boolean kept = permit != null;
        permit = null;
        return kept;
    }

    void send(Answer.Text answer) {
        begin(answer.status(), answer.headers());
        if (answer.contentType().equals(Answer.JSON)) response.getHeaders().put(JSON);
        else if (!answer.contentType().isEmpty())
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        if (answer.status() == HttpStatus.NOT_MODIFIED_304) sendNoBody();
        else response.write(true, answer.body(), this);
    }

    /** In two steps: what ends as it begins would be said to have a length, which is another's. */
    private void sendNoBody() {
        var end = Callback.from(
                () -> response.write(true, BufferUtil.EMPTY_BUFFER, this), this::failed);
        response.write(false, BufferUtil.EMPTY_BUFFER, end);
    }

    /** Has the system keep little of what a reader does not take; it takes megabytes else. */
    void bufferLittle() {
        var end = request.getConnectionMetaData().getConnection().getEndPoint();
        if (!(end.getTransport() instanceof SocketChannel channel)) return;
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, LITTLE_BYTES);
        } catch (IOException closed) {
            // The next write finds out.
        }
    }

    /** Closes the connection under whatever is being written, which fails. */
    void cut() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** Sets status and headers; the body follows. */
    void begin(int status, List<Header> headers) {
        HttpFields.Mutable fields = response.getHeaders();
        response.setStatus(status);
        fields.put("x-request-id", id);
        cors.writeTo(fields, request.getHeaders());
        writeLeft(fields);
        for (var header : always) fields.put(header.name(), header.value());
        for (var header : headers) fields.put(header.name(), header.value());
        if (metrics.isDraining() || isUnread()) fields.put(CLOSE);
    }

    private boolean isUnread() {
        return upload != null && upload.isUnread();
    }

    private void writeLeft(HttpFields.Mutable fields) {
        Allowance counted = allowance;
        if (counted != null) counted.writeTo(fields);
        var by = holder;
        if (by == null) return;
        for (var own : conventions.rates().of(by.who().key(), counted))
            fields.put(own.name(), own.value());
    }

    void refuse(Throwable fault) {
        var problem = Problems.of(fault, id);
        if (response.isCommitted()) failed(fault);
        else refuse(problem);
    }

    void refuse(Problem problem) {
        send(conventions.envelope().show(problem, id));
    }

    @Override
    public void succeeded() {
        finish();
        var rest = upload;
        var dropped = bodies;
        if (dropped != null && (sendsOn || (rest != null && rest.isLeft())))
            Leftover.drop(request, dropped, callback);
        else callback.succeeded();
    }

    @Override
    public void failed(Throwable fault) {
        finish();
        callback.failed(fault);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void finish() {
        forgetBody();
        var kept = permit;
        permit = null;
        if (kept != null) kept.run();
        metrics.ended(timings, response.getStatus(), request.getBeginNanoTime());
    }
}
