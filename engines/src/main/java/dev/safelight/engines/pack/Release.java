package dev.safelight.engines.pack;

import java.util.Locale;

/** One version of one package, written {@code npm:@scope/name@1.2.3}. */
record Release(Client client, String name, String version) {
    static Release parse(String text) {
        int colon = text.indexOf(':');
        int at = text.lastIndexOf('@');
        if (colon < 0 || at <= colon + 1) throw new IllegalArgumentException("no release: " + text);
        return new Release(
                Client.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                text.substring(colon + 1, at),
                text.substring(at + 1));
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
