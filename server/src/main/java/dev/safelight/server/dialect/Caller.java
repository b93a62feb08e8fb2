package dev.safelight.server.dialect;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

/**
 * Who is calling, and by which text of the key: what ends with the text is bound to it. It may be
 * kept longer than the call.
 */
public record Caller(Principal who, KeyDigest text) {

    public static Caller of(Call call) {
        return new Caller(call.who(), call.text());
    }

    /** In whose name a stream is open. */
    public Answer.Reader reader() {
        return new Answer.Reader(who, text);
    }
}
