package dev.safelight.server.http.problem;

/** Carries a Problem to the funnel from wherever a call is found wanting. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        // Refusals are ordinary and may come in floods: no stack trace is taken.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Refusal(ProblemCode code, String detail) {
        this(Problem.of(code, detail));
    }

    public Problem problem() {
        return problem;
    }
}
