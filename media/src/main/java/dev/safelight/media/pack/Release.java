package dev.safelight.media.pack;

import java.util.List;
import java.util.Locale;

/** One version of one package, written {@code npm:@scope/name@1.2.3}. */
record Release(PackageClient client, String name, String version) {
    static Release parse(String text) {
        int colon = text.indexOf(':');
        int at = text.lastIndexOf('@');
        if (colon < 0 || at <= colon + 1) throw new IllegalArgumentException("no release: " + text);
        return new Release(
                PackageClient.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                text.substring(colon + 1, at),
                text.substring(at + 1));
    }

    /** The command lines that fetch it, to try in turn. */
    List<List<String>> commands() {
        return client.commands(name, version);
    }

    /** What its archive's file name begins with. */
    String archiveStem() {
        return client.archiveStem(name, version);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
