package dev.safelight.server.http;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.Executor;

/** Streams files in blocks, on the listener's platform threads: file reads would hold a carrier. */
final class FileSender {
    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);
    private static final int BLOCK = 64 << 10;
    private final Executor platform;
    private final ByteBufferPool.Sized blocks;

    FileSender(Server server) {
        platform = server.getThreadPool();
        blocks = new ByteBufferPool.Sized(server.getByteBufferPool(), true, BLOCK);
    }

    void send(Exchange exchange, Answer.File file) {
        platform.execute(() -> {
            try {
                if (exchange.request.getMethod().equals("HEAD")) begin(exchange, file);
                else stream(exchange, file);
            } catch (Throwable fault) {
                exchange.refuse(fault);
            }
        });
    }

    private static void begin(Exchange exchange, Answer.File file) {
        headers(exchange, file);
        exchange.response.write(true, ByteBuffer.allocate(0), exchange);
    }

    private static void headers(Exchange exchange, Answer.File file) {
        exchange.begin(file.status(), file.headers());
        exchange.response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.length());
    }

    private void stream(Exchange exchange, Answer.File file) {
        SeekableByteChannel bytes;
        try {
            bytes = file.bytes().open();
        } catch (IOException unreadable) {
            LOG.error("request {}: a stored file cannot be read", exchange.id, unreadable);
            exchange.refuse(Problem.of(
                            ProblemCode.STORAGE_UNAVAILABLE,
                            "The file cannot be read right now. Try again in a moment.")
                    .retryAfter(2));
            return;
        }
        headers(exchange, file);
        var source = Content.Source.from(blocks, bytes, file.from(), file.length());
        Content.copy(source, exchange.response, Callback.from(exchange, () -> close(bytes)));
    }

    private static void close(SeekableByteChannel bytes) {
        try {
            bytes.close();
        } catch (IOException ignored) {
            LOG.debug("closing a file that was read", ignored);
        }
    }
}
