package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Looks after a data folder while no server runs on it: in this process, for this command. */
@FunctionalInterface
public interface FolderServer {

    /**
     * Takes the folder's lock and answers from then on, whoever has the key doing what they like.
     *
     * @param data the folder, or null for the usual one
     */
    LocalServer.Running open(@Nullable String data) throws IOException, InterruptedException;
}
