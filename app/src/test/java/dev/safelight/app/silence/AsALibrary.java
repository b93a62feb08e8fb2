package dev.safelight.app.silence;

import dev.safelight.engines.meaning.Meaning;

import java.io.IOException;

/** A program of somebody else's that uses a model of ours and has set nothing. */
final class AsALibrary {
    private AsALibrary() {}

    public static void main(String[] args) throws IOException {
        var meaning = new Meaning();
        meaning.vector("a cat in space");
        System.out.println(Unsilenced.LOADED);
        // Until the test has seen enough.
        System.in.read();
    }
}
