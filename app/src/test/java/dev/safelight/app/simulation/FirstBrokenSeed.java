package dev.safelight.app.simulation;

/** Plays seeds from 1 until one breaks a promise: prints it and says so by its exit code. */
final class FirstBrokenSeed {
    /** No other end of a JVM has this code. */
    static final int FOUND = 42;

    private static final Quiet QUIET = new Quiet();

    private FirstBrokenSeed() {}

    public static void main(String[] args) {
        QUIET.begin();
        int seeds = Integer.parseInt(args[0]);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                Simulation.run(seed);
            } catch (AssertionError | RuntimeException broken) {
                System.out.println("seed " + seed + ": " + root(broken));
                System.exit(FOUND);
            }
        }
        System.exit(0);
    }

    private static Throwable root(Throwable fault) {
        return fault.getCause() == null ? fault : root(fault.getCause());
    }
}
