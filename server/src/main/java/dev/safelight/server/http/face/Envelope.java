package dev.safelight.server.http.face;

import dev.safelight.server.http.problem.Problem;

/** How a dialect shows a Problem. */
@FunctionalInterface
public interface Envelope {

    /** The JSON text of the answer. */
    Answer.Text show(Problem problem, String requestId);
}
