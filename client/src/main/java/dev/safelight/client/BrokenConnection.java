package dev.safelight.client;

import static dev.safelight.client.ConnectionException.Kind.BROKEN;
import static dev.safelight.client.ConnectionException.Kind.REFUSED;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Says in words why a call had no answer: the JDK's own speak of parsers and channels. */
final class BrokenConnection {
    private static final String PLAIN = "for plain HTTP begin the address with http://";

    private BrokenConnection() {}

    static ConnectionException with(URI address, IOException cause) {
        String origin = ShownAddress.origin(address);
        return switch (cause) {
            case ConnectException e
            when isCausedBy(e, UnresolvedAddressException.class) ->
                refused("cannot reach " + origin + ": there is no host of that name", e);
            case ConnectException e ->
                refused("cannot reach " + origin + ": is the server running?", e);
            case HttpConnectTimeoutException e
            when origin.startsWith("https:") ->
                refused("cannot reach " + origin + ": it did not answer in time; " + PLAIN, e);
            case HttpConnectTimeoutException e ->
                refused("cannot reach " + origin + ": it did not answer in time", e);
            default ->
                new ConnectionException(
                        BROKEN, "lost the connection to " + origin + ": " + why(cause), cause);
        };
    }

    /** Why it broke, as the end of a sentence. */
    static String why(IOException cause) {
        if (cause instanceof HttpTimeoutException) return "it did not answer in time";
        if (isCausedBy(cause, CertPathValidatorException.class)
                || isCausedBy(cause, java.security.cert.CertificateException.class))
            return "its certificate is not one that this Java trusts";
        if (isCausedBy(cause, SSLException.class))
            return "it speaks no https that this Java understands; " + PLAIN;
        if (isCausedBy(cause, ProtocolException.class))
            return "it speaks something other than HTTP";
        if (isCausedBy(cause, EOFException.class)
                || isCausedBy(cause, SocketException.class)
                || isCausedBy(cause, ClosedChannelException.class)
                || String.valueOf(cause.getMessage()).contains("received no bytes"))
            return "it closed the connection before its answer was complete";
        return cause.getMessage() == null ? "the connection broke" : cause.getMessage();
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .limit(16)
                .anyMatch(type::isInstance);
    }

    private static ConnectionException refused(String message, IOException cause) {
        return new ConnectionException(REFUSED, message, cause);
    }
}
