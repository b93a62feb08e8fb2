package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be read or written, in words. The JDK often says the path alone. */
public final class Reason {
    private Reason() {}

    /**
     * As the end of a sentence: the reason, after the path that it is about where the sentence has
     * not named it.
     */
    public static String of(IOException failure, String named) {
        String about = failure instanceof FileSystemException e ? e.getFile() : null;
        String reason = reason(failure);
        return about == null || about.equals(named) || about.contains(".safelight-")
                ? reason
                : about + ": " + reason;
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException e -> "a file of that name is there";
            case NoSuchFileException e -> "there is no such file or folder";
            case AccessDeniedException e -> "not allowed";
            case NotDirectoryException e -> "it is not a folder";
            case FileSystemLoopException e -> "its links go in a circle";
            case CharacterCodingException e -> "it is not UTF-8 text";
            case FileSystemException e -> words(e.getReason());
            default -> words(failure.getMessage());
        };
    }

    /** The operating system's words, but for those that only programmers use. */
    private static String words(@Nullable String reason) {
        return switch (reason) {
            case null -> "the operating system refused it without a reason";
            case "Is a directory" -> "it is a folder";
            case "Not a directory" -> "a part of its path is not a folder";
            case "File name too long" -> "its name is too long";
            case "Too many levels of symbolic links" -> "its links go in a circle";
            case "Broken pipe" -> "whoever read it has stopped reading";
            case "Operation not permitted" -> "not allowed";
            default -> reason;
        };
    }
}
