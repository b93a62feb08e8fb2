package dev.safelight.server.http.face;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.server.http.problem.Header;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** What goes back to a caller. */
public sealed interface Answer {
    String JSON = "application/json";

    /** A whole body in memory. */
    final class Text implements Answer {
        private final int status;
        private final String contentType;
        private final byte[] body;
        private final List<Header> headers;

        /** Takes the bytes as they are: the caller leaves them alone from here on. */
        public Text(int status, String contentType, byte[] body, List<Header> headers) {
            this.status = status;
            this.contentType = contentType;
            this.body = body;
            this.headers = headers;
        }

        public int status() {
            return status;
        }

        public String contentType() {
            return contentType;
        }

        /** For reading only. */
        public ByteBuffer body() {
            return ByteBuffer.wrap(body);
        }

        public List<Header> headers() {
            return headers;
        }

        /** The same with one more header. */
        public Text with(String name, String value) {
            return with(List.of(new Header(name, value)));
        }

        /** The same with these headers too. */
        public Text with(List<Header> others) {
            var more = new ArrayList<>(headers);
            more.addAll(others);
            return new Text(status, contentType, body, List.copyOf(more));
        }
    }

    /**
     * A part of a stored file, opened, streamed and closed by the listener.
     *
     * @param from the first byte to send
     * @param length how many
     */
    record File(int status, Opening bytes, long from, long length, List<Header> headers)
            implements Answer {}

    /** Opens a file; called on a platform thread. */
    @FunctionalInterface
    interface Opening {
        SeekableByteChannel open() throws IOException;
    }

    /** An answer that comes in a moment; rendered off the thread that brings the value. */
    record Later<T>(CompletableFuture<T> value, Function<? super T, ? extends Answer> render)
            implements Answer {}

    /**
     * An answer that may take minutes, held without a thread.
     *
     * @param end the answer when it comes
     * @param abandon called when the caller is gone
     * @param quiet whether nothing is written before the answer: its status may then be any, but a
     *     caller who is gone is not noticed
     * @param full what to answer when no more can be held, for what has been done already must not
     *     be refused; null to refuse
     */
    record Held(
            CompletableFuture<Text> end,
            Runnable abandon,
            boolean quiet,
            @Nullable Supplier<Text> full)
            implements Answer {
        /** An answer before which spaces are written, which keep proxies from giving up. */
        public Held(CompletableFuture<Text> end, Runnable abandon) {
            this(end, abandon, false, null);
        }

        public Held(CompletableFuture<Text> end, Runnable abandon, boolean quiet) {
            this(end, abandon, quiet, null);
        }
    }

    /**
     * An answer for which a permit is kept before anything is done, so that nothing is done
     * where no more can be held.
     *
     * @param begin does it; the answer that comes of it in the end may be {@link Held}
     */
    record Reserved(Supplier<? extends Answer> begin) implements Answer {}

    /**
     * An answer to who has an address that was given to a key: it counts against the key's reads.
     *
     * @param begin makes the answer, unless the key has none left
     */
    record ByAddress(Reader reader, Supplier<? extends Answer> begin) implements Answer {}

    /**
     * Events as browsers read them ({@code text/event-stream}), for minutes or hours and without a
     * thread. It ends when the supply does, when the reader has gone, and when the text dies by
     * which the reader's key is known.
     *
     * @param headers beside those that every stream has
     * @param supply asked for what follows, again and again
     */
    record Stream(Reader reader, List<Header> headers, EventSupply supply) implements Answer {}

    /**
     * In whose name something is read.
     *
     * @param who against whose permits and reads it counts
     * @param text by which the key was known
     */
    record Reader(Principal who, KeyDigest text) {}

    /** A success with JSON. */
    static Text json(byte[] body) {
        return new Text(200, JSON, body, List.of());
    }

    static Text json(String body) {
        return json(200, body);
    }

    static Text json(int status, String body) {
        return new Text(status, JSON, body.getBytes(StandardCharsets.UTF_8), List.of());
    }

    static <T> Answer later(
            CompletableFuture<T> value, Function<? super T, ? extends Answer> render) {
        return new Later<>(value, render);
    }
}
