package dev.safelight.media.inspect;

import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.UnfitFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Beginnings that a few fixed bytes do not tell. */
final class FileSignatures {
    private static final int LOOKED_AT = 4_096;

    /** Brands of the MP4 family, of which a file has to name one; pictures and QuickTime do not. */
    private static final Pattern MP4 = Pattern.compile(
            "iso[m2-9a-c]|mp4[12]|mp71|avc1|M4[AVBP] |M4VP|MSNV|dash|cmf[cs2]|f4v ");

    private static final Pattern NOT_MP4 =
            Pattern.compile("qt  |hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs]|jp[2x ] |crx ");
    private static final Pattern XML = Pattern.compile(
            "\\s*<(\\?xml\\b|!--|!DOCTYPE\\s+svg\\b|([\\w.-]+:)?svg[\\s>/]).*", Pattern.DOTALL);
    private static final String TEXT_TYPE = "B\u0082";

    private FileSignatures() {}

    /** An XML file, or an SVG that does not say that it is one, in UTF-8 or UTF-16. */
    static boolean isXml(FileBytes file) throws IOException, UnfitFile {
        var head = file.bytes(0, (int) Math.min(file.size(), LOOKED_AT));
        return XML.matcher(decoded(head)).matches();
    }

    private static String decoded(byte[] head) {
        if (head.length < 4) return "";
        int mark = (head[0] & 255) << 8 | (head[1] & 255);
        if (mark == 0xFEFF || mark == 0x003C)
            return withoutMark(new String(head, StandardCharsets.UTF_16BE));
        if (mark == 0xFFFE || mark == 0x3C00)
            return withoutMark(new String(head, StandardCharsets.UTF_16LE));
        return withoutMark(new String(head, StandardCharsets.UTF_8));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static boolean isMp4(FileBytes file) throws IOException, UnfitFile {
        if (!file.has(4, "ftyp")) return false;
        var length = (int) Math.min(Math.min(first(file), file.size()), LOOKED_AT);
        if (length < 16) return false;
        var main = word(file, 8);
        if (NOT_MP4.matcher(main).matches()) return false;
        boolean named = MP4.matcher(main).matches();
        for (int at = 16; at + 4 <= length && !named; at += 4)
            named = MP4.matcher(word(file, at)).matches();
        return named;
    }

    private static long first(FileBytes file) throws IOException, UnfitFile {
        long length = 0;
        for (int at = 0; at < 4; at++) length = length << 8 | file.u8(at);
        return length;
    }

    private static String word(FileBytes file, int at) throws IOException, UnfitFile {
        return new String(file.bytes(at, 4), StandardCharsets.ISO_8859_1);
    }

    /** EBML whose document type is WebM; Matroska begins alike and is not taken. */
    static boolean isWebm(FileBytes file) throws IOException, UnfitFile {
        if (!file.has(0, "\u001AE\u00DF\u00A3")) return false;
        for (int at = 5; at < 64; at++) {
            if (file.has(at, TEXT_TYPE + "\u0084webm")) return true;
        }
        return false;
    }

    /** A tag, or two frames that follow each other: one alone is too easily chance. */
    static boolean isMp3(FileBytes file) throws IOException, UnfitFile {
        if (file.has(0, "ID3")) return file.size() > 10 && file.u8(3) < 0xFF;
        int length = frameLength(file, 0);
        return length > 0 && frameLength(file, length) > 0;
    }

    /** Of a frame of MPEG's layer III, in bytes; 0 when there is none. */
    private static int frameLength(FileBytes file, long at) throws IOException, UnfitFile {
        if (at + 4 > file.size()) return 0;
        int second = file.u8(at + 1);
        int third = file.u8(at + 2);
        int version = second >> 3 & 3;
        boolean layerThree = file.u8(at) == 0xFF && (second & 0xE6) == 0xE2 && version != 1;
        int rate = third >> 2 & 3;
        int kilobits = RATES.get(version == 3 ? 0 : 1).get(third >> 4);
        if (!layerThree || rate == 3 || kilobits == 0) return 0;
        int hertz = HERTZ.get(rate) >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return (version == 3 ? 144 : 72) * kilobits * 1_000 / hertz + (third >> 1 & 1);
    }

    private static final List<Integer> HERTZ = List.of(44_100, 48_000, 32_000);
    private static final List<List<Integer>> RATES = List.of(
            List.of(0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
            List.of(0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0));
}
