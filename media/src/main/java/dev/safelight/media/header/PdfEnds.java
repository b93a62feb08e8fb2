package dev.safelight.media.header;

import java.io.IOException;

/** That a PDF begins and ends like one; between the two nothing is read. */
public final class PdfEnds {
    private static final int TAIL = 4_096;

    private PdfEnds() {}

    public static void check(FileBytes file) throws IOException, UnfitFile {
        if (!Character.isDigit(file.u8(5))) throw UnfitFile.damaged("The PDF has no version.");
        int length = (int) Math.min(file.size(), TAIL);
        var tail = file.word(file.size() - length, length);
        if (!tail.contains("startxref") || !tail.contains("%%EOF"))
            throw UnfitFile.damaged("The PDF is cut off: its end is missing.");
    }
}
