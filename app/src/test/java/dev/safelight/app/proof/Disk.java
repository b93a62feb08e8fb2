package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.file.Path;

/** What a server's data folder lies on; a test lets it run full and makes room again. */
sealed interface Disk permits SmallDisk, SizeLimit {

    /** What to start the server under, for this data folder. */
    Stage stage(Path data) throws IOException;

    /** No room from here on; again for what was given back meanwhile. */
    void fill(ServerProcess server) throws IOException;

    void makeRoom(ServerProcess server) throws IOException;

    /** What a submit is answered while there is no room. */
    int refusal();

    /** Whether the data folder can be looked at when the server has ended. */
    boolean staysBehind();
}
