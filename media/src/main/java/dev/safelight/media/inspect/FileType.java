package dev.safelight.media.inspect;

import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.PngHeader;
import dev.safelight.media.header.UnfitFile;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The types that are taken, each with the bytes that it begins with. */
enum FileType {
    PNG("PNG") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, PngHeader.MAGIC);
        }
    },
    JPEG("JPEG") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "\u00FF\u00D8\u00FF");
        }
    },
    GIF("GIF") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "GIF87a") || file.has(0, "GIF89a");
        }
    },
    WEBP("WebP") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "RIFF") && file.has(8, "WEBP");
        }
    },
    SVG("SVG") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return FileSignatures.isXml(file);
        }
    },
    MP4("MP4") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return FileSignatures.isMp4(file);
        }
    },
    WEBM("WebM") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return FileSignatures.isWebm(file);
        }
    },
    WAV("WAV") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "RIFF") && file.has(8, "WAVE");
        }
    },
    FLAC("FLAC") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "fLaC");
        }
    },
    MP3("MP3") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return FileSignatures.isMp3(file);
        }
    },
    OGG("Ogg") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "OggS\0");
        }
    },
    PDF("PDF") {
        @Override
        boolean begins(FileBytes file) throws IOException, UnfitFile {
            return file.has(0, "%PDF-");
        }
    };

    private final String shown;

    FileType(String shown) {
        this.shown = shown;
    }

    abstract boolean begins(FileBytes file) throws IOException, UnfitFile;

    /** What a file is by its beginning, whatever else it may be further on. */
    static FileType of(FileBytes file) throws IOException, UnfitFile {
        if (file.size() == 0) throw new UnfitFile(Reason.DAMAGED, "The file is empty.");
        for (var type : values()) {
            if (type.begins(file)) return type;
        }
        throw new UnfitFile(
                Reason.UNKNOWN_TYPE,
                "The file is of no type that is taken. These are: " + names() + ".");
    }

    private static String names() {
        return Arrays.stream(values()).map(type -> type.shown).collect(Collectors.joining(", "));
    }
}
