package dev.safelight.server.http.address;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;

/** What absolute addresses in answers begin with; never taken from what a caller sends. */
public final class PublicAddress {
    private volatile @Nullable String base;

    public PublicAddress(@Nullable URI publicUrl) {
        base = publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", "");
    }

    /** Tells where the server listens; counts only when no public address was set. */
    public void listening(String host, int port) {
        if (base != null) return;
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        base = "http://" + (isEveryAddress(host) ? "127.0.0.1" : name) + ":" + port;
    }

    /**
     * Whether a server that listens on this host can be reached under addresses that it cannot
     * know: only a public address then leads other machines to it.
     */
    public static boolean isEveryAddress(String host) {
        var literal = literal(host);
        return literal != null && literal.isAnyLocalAddress();
    }

    /** Whether only this machine reaches a server that listens on this host. */
    public static boolean isLoopback(String host) {
        var literal = literal(host);
        return literal == null ? host.equals("localhost") : literal.isLoopbackAddress();
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[(.*)]$", "$1"));
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    /** An absolute address. */
    public String of(String path) {
        String known = base;
        if (known == null) throw new IllegalStateException("the server does not listen yet");
        return known + path;
    }
}
