package dev.safelight.server.http;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** What absolute addresses in answers begin with; never taken from what a caller sends. */
public final class PublicAddress {
    private volatile @Nullable String base;

    public PublicAddress(@Nullable URI publicUrl) {
        base = publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", "");
    }

    /** Tells where the server listens; counts only when no public address was set. */
    void listening(String host, int port) {
        if (base != null) return;
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        String name = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        base = "http://" + name + ":" + port;
    }

    /** An absolute address. */
    public String of(String path) {
        String known = base;
        if (known == null) throw new IllegalStateException("the server does not listen yet");
        return known + path;
    }
}
