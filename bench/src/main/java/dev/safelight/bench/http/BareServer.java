package dev.safelight.bench.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the server is compared with: Jetty with as many threads, and nothing behind it. It echoes a
 * body, or reads it and answers as many bytes as {@code /constant/N} says.
 */
public final class BareServer {
    private static final int THREADS = 64;
    private static final String CONSTANT = "/constant/";

    private BareServer() {}

    /** Listens on the port until it is killed; with {@code --train} it serves itself and ends. */
    public static void main(String[] arguments) throws Exception {
        quiet();
        boolean training = arguments[0].equals("--train");
        var server = new Server(new QueuedThreadPool(THREADS));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(training ? 0 : Integer.parseInt(arguments[0]));
        connector.setAcceptQueueSize(4096);
        server.addConnector(connector);
        server.setHandler(new Echo());
        server.start();
        if (!training) return;
        var request = Wire.post("/constant/500", "none", "", "{}");
        new Load(connector.getLocalPort(), 1).until(20, (on, number) -> request, (on, reply) -> {});
        server.stop();
    }

    /** Without this the logger, unconfigured, would tell every step of every request. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root)
            root.setLevel(Level.WARN);
    }

    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            Content.Source.asByteBuffer(request, new Promise.Invocable.NonBlocking<>() {
                @Override
                public void succeeded(ByteBuffer body) {
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                    response.write(true, answer(path, body), callback);
                }

                @Override
                public void failed(Throwable fault) {
                    callback.failed(fault);
                }
            });
            return true;
        }

        private static ByteBuffer answer(String path, ByteBuffer body) {
            if (!path.startsWith(CONSTANT)) return body;
            byte[] bytes = new byte[Integer.parseInt(path.substring(CONSTANT.length()))];
            Arrays.fill(bytes, (byte) ' ');
            System.arraycopy("{}".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 2);
            return ByteBuffer.wrap(bytes);
        }
    }
}
