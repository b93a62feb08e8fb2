package dev.safelight.app;

import dev.safelight.cli.Reason;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: starts, says what to type next, and goes on until it is asked to end. */
final class Serve {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final String HELP = """
            ./safelight serve [--SETTING VALUE ...] [--config FILE] [--print-config]

            Starts the server. Every setting can also stand in the environment, as in
            SAFELIGHT_PORT, or in a file safelight.properties, as in port=8080.
            """;

    private Serve() {}

    static int run(List<String> args, Map<String, String> environment)
            throws ConfigFault, IOException {
        if (args.contains("--help") || args.contains("-h")) {
            System.out.println(HELP + "\n" + new Config(Map.of()).print());
            return 0;
        }
        boolean print = args.contains("--print-config");
        var flags = args.stream().filter(flag -> !flag.equals("--print-config")).toList();
        var config = ConfigReader.read(flags, environment);
        if (print) {
            System.out.print(config.print());
            config.check();
            return 0;
        }
        Logging.begin(config.logsJson());
        try {
            return serve(config);
        } catch (ConfigFault | IOException fault) {
            // A program reads the log: what ends the server is an event like the others.
            if (!config.logsJson()) throw fault;
            LOG.error(why(fault));
            return 2;
        }
    }

    private static int serve(Config config) throws ConfigFault, IOException {
        var instance = Instance.open(config);
        // First of all: new keys are shown nowhere else. Who calls already waits for the start.
        System.out.println(Greeting.of(instance.url(), config, instance.firstKeys()));
        System.out.flush();
        Greeting.warning(instance.url(), config).ifPresent(LOG::warn);
        instance.start();
        var ended = new CountDownLatch(1);
        var registration = ShutdownHook.onInterrupt(() -> {
            close(instance);
            ended.countDown();
        });
        try {
            ended.await();
        } catch (InterruptedException asked) {
            registration.close();
            close(instance);
        }
        return 0;
    }

    private static void close(Instance instance) {
        try {
            instance.close();
        } catch (IOException | ConfigFault fault) {
            LOG.warn("while stopping: {}", why(fault));
        }
    }

    /** What stood in the way, as the end of a sentence. */
    static String why(Exception fault) {
        return fault instanceof IOException io ? Reason.of(io, "") : "" + fault.getMessage();
    }
}
