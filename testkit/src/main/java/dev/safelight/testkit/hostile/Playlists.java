package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.unknown;

import java.util.List;

/** Lists of addresses that a player opens when it may guess what a file is. */
final class Playlists {
    private static final String LOCAL = "file:///etc/passwd";

    private Playlists() {}

    static List<HostileFile> all(String canary) {
        return List.of(
                unknown("list-of-parts-on-the-network", () -> parts(canary)),
                unknown("list-of-parts-of-local-files", () -> parts(LOCAL)),
                unknown("list-to-join-of-the-network", () -> joined(canary)),
                unknown("list-to-join-of-local-files", () -> joined(LOCAL)),
                unknown("session-of-the-network", () -> session(canary)),
                unknown("manifest-of-the-network", () -> manifest(canary)),
                unknown("shortcut-to-the-network", () -> shortcut(canary)),
                damaged("list-of-parts-behind-an-mp4", () -> behindMp4(canary)),
                damaged("list-of-parts-behind-a-webm", () -> behindWebm(canary)),
                damaged("list-of-parts-behind-an-ogg", () -> behindOgg(canary)),
                damaged("list-of-parts-behind-an-mp3", () -> behindMp3(canary)));
    }

    private static byte[] parts(String address) {
        return Bytes.of("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + address + "\n")
                .all();
    }

    private static byte[] joined(String address) {
        return Bytes.of("ffconcat version 1.0\nfile '" + address + "'\n").all();
    }

    private static byte[] session(String address) {
        return Bytes.of("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nu=" + address
                        + "\nc=IN IP4 127.0.0.1\nm=video 4712 RTP/AVP 96\n")
                .all();
    }

    private static byte[] manifest(String address) {
        return Bytes.of("<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'><BaseURL>"
                        + address + "</BaseURL></MPD>")
                .all();
    }

    private static byte[] shortcut(String address) {
        return Bytes.of("[InternetShortcut]\nURL=" + address + "\n").all();
    }

    private static byte[] behindMp4(String address) {
        return new Bytes().u32(16).text("ftypmp42\0\0\0\0").add(parts(address)).all();
    }

    private static byte[] behindWebm(String address) {
        return new Bytes()
                .u32(0x1A45DFA3)
                .u8(0x87, 0x42, 0x82, 0x84)
                .text("webm")
                .add(parts(address))
                .all();
    }

    private static byte[] behindOgg(String address) {
        return Bytes.of("OggS\0\2").zeros(20).add(parts(address)).all();
    }

    private static byte[] behindMp3(String address) {
        return Bytes.of("ID3\4\0\0\0\0\0\0").add(parts(address)).all();
    }
}
