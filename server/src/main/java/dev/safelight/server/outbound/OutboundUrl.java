package dev.safelight.server.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL that a caller named, read by rules of its own that are stricter than any library's, so that
 * no two readers disagree on where it leads.
 *
 * @param secure whether it is https
 * @param target path and query, ASCII, beginning with a slash
 */
record OutboundUrl(boolean secure, OutboundHost host, int port, String target) {
    /** Longer ones are cut or refused by many servers. */
    static final int LONGEST = 2_048;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");

    /** No user, no fragment, no backslash, no blank: each has led some reader to another host. */
    private static final Pattern URL = Pattern.compile("(?<scheme>(?i)https?)://"
            + "(?<host>\\[[0-9A-Fa-f:.]*]|[^\\[\\]/?#@:\\\\%\\s\\p{Cntrl}]+)"
            + "(:(?<port>[0-9]{1,5}))?"
            + "(?<target>([/?]([A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]-]|%[0-9A-Fa-f]{2})*)?)");

    /** Reads one, or says what is wrong in words that follow the field's name. */
    static OutboundUrl read(String text) throws UrlFault {
        if (text.length() > LONGEST)
            throw new UrlFault("must have at most " + LONGEST + " characters");
        var url = URL.matcher(text);
        if (!url.matches()) throw malformed(text);
        boolean secure = url.group("scheme").equalsIgnoreCase("https");
        var host = HostText.read(url.group("host"));
        return new OutboundUrl(secure, host, port(url, secure), target(url.group("target")));
    }

    private static UrlFault malformed(String text) {
        var scheme = SCHEME.matcher(text);
        if (!scheme.matches() || !scheme.group(1).toLowerCase(Locale.ROOT).matches("https?"))
            return new UrlFault("must begin with https://");
        if (text.indexOf('@') >= 0 && !text.matches("[^@]*//[^@/?#]+[/?].*"))
            return new UrlFault("must not hold a user or a password");
        if (text.indexOf('#') >= 0) return new UrlFault("must not have a fragment");
        return new UrlFault("must be an address such as https://hooks.example.com/path, with"
                + " other characters written as in %20");
    }

    private static int port(Matcher url, boolean secure) throws UrlFault {
        var written = url.group("port");
        if (written == null) return secure ? 443 : 80;
        int port = Integer.parseInt(written);
        if (port < 1 || port > 65_535) throw new UrlFault("must have a port from 1 to 65535");
        return port;
    }

    private static String target(String written) {
        return written.startsWith("/") ? written : "/" + written;
    }

    /** Without a port that its scheme implies. */
    String text() {
        int usual = secure ? 443 : 80;
        var authority = port == usual ? host.text() : host.text() + ":" + port;
        return (secure ? "https" : "http") + "://" + authority + target;
    }

    /** For the client, which takes no text. */
    URI uri() throws UrlFault {
        try {
            return new URI(text());
        } catch (URISyntaxException malformed) {
            throw new UrlFault("must be an address such as https://hooks.example.com/path");
        }
    }
}
