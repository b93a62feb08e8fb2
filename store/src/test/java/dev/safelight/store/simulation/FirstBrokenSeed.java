package dev.safelight.store.simulation;

import java.util.logging.LogManager;

/** Plays seeds from 1 until one breaks a promise: prints it and ends with 1, or ends with 0. */
final class FirstBrokenSeed {
    private FirstBrokenSeed() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset();
        int seeds = Integer.parseInt(args[0]);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                Simulation.run(seed);
            } catch (AssertionError | RuntimeException broken) {
                System.out.println("seed " + seed + ": " + root(broken));
                System.exit(1);
            }
        }
        System.exit(0);
    }

    private static Throwable root(Throwable fault) {
        return fault.getCause() == null ? fault : root(fault.getCause());
    }
}
