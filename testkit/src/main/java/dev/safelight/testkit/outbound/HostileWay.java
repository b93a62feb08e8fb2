package dev.safelight.testkit.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** How a receiver can harm whoever sends to it. All are spoken in the clear or within TLS. */
@SuppressWarnings("ImmutableEnumChecker") // what each does is code without state
public enum HostileWay implements Conduct {
    READS_NOTHING(HostileWay::hang),
    ANSWERS_NOTHING(socket -> {
        Requests.next(socket.getInputStream());
        hang(socket);
    }),
    STOPS_IN_THE_STATUS_LINE(answering("HTTP/1.1 2", HostileWay::hang)),
    STOPS_IN_THE_HEADERS(answering("HTTP/1.1 200 OK\r\nX-Slow: ", HostileWay::hang)),
    STOPS_IN_THE_BODY(
            answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", HostileWay::hang)),
    TRICKLES_HEADERS(answering("HTTP/1.1 200 OK\r\nX-Slow: ", HostileWay::trickle)),
    TRICKLES_A_BODY(
            answering("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", HostileWay::trickle)),
    ENDLESS_STATUS_LINE(answering("HTTP/1.1 200 ", flood("OK and more "))),
    ENDLESS_HEADER(answering("HTTP/1.1 200 OK\r\nX-Long: ", flood("more and more "))),
    ENDLESS_HEADERS(answering("HTTP/1.1 200 OK\r\n", flood("X-More: and more\r\n"))),
    ENDLESS_COOKIES(answering("HTTP/1.1 200 OK\r\n", flood("Set-Cookie: a=b; Path=/\r\n"))),
    ENDLESS_BODY(answering("HTTP/1.1 200 OK\r\n\r\n", flood("more and more "))),
    ENDLESS_CHUNKS(answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", flood("1\r\na\r\n"))),
    ENDLESS_CHUNK_EXTENSION(
            answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=", flood("more"))),
    ENDLESS_TRAILERS(answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", flood("X-T: more\r\n"))),
    HUGE_LENGTH(answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n", flood("more"))),
    GZIP_BOMB(answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", flood(zippedZeros()))),
    FLOOD_OF_100(answering("", flood("HTTP/1.1 100 Continue\r\n\r\n"))),
    FLOOD_OF_102(answering("", flood("HTTP/1.1 102 Processing\r\n\r\n"))),
    FLOOD_OF_103(answering("", flood("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n"))),
    SWITCHES_PROTOCOLS(answering(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
            HostileWay::hang)),
    SPEAKS_NONSENSE(answering("\u0000\u0001\u0002 nonsense\r\n", flood("nonsense\r\n"))),
    CLOSES_AT_ONCE(socket -> {}),
    CLOSES_AFTER_THE_REQUEST(answering("", socket -> {})),
    CLOSES_IN_THE_BODY(
            answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", socket -> {})),
    RESETS_AT_ONCE(HostileWay::reset),
    RESETS_AFTER_THE_REQUEST(answering("", HostileWay::reset)),
    RESETS_IN_THE_BODY(
            answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", HostileWay::reset)),
    ANSWERS_TWICE(answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            flood("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")));

    private final Conduct conduct;

    HostileWay(Conduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public void go(Socket connection) throws IOException {
        conduct.go(connection);
    }

    /** Reads one request, and answers with this and then with something else. */
    public static Conduct answering(String beginning, Conduct then) {
        return socket -> {
            Requests.next(socket.getInputStream());
            write(socket.getOutputStream(), beginning);
            then.go(socket);
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Until the other side gives up. */
    private static void hang(Socket socket) throws IOException {
        // What else is sent is read, so that the end is seen.
        while (socket.getInputStream().read() >= 0) Thread.onSpinWait();
    }

    private static void trickle(Socket socket) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            write(socket.getOutputStream(), "a");
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static Conduct flood(String text) {
        return flood(text.repeat(8_192 / text.length() + 1).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Conduct flood(byte[] much) {
        return socket -> {
            while (!Thread.currentThread().isInterrupted())
                socket.getOutputStream().write(much);
        };
    }

    /** A member of a gzip file, about 16 KiB for 16 MiB: such files may have many. */
    private static byte[] zippedZeros() {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[16 << 20]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
