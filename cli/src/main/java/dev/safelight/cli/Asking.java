package dev.safelight.cli;

import dev.safelight.client.Administration;
import dev.safelight.client.SafelightException;
import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonWriter;

/** One question about keys and accounts, from its options to what is printed. */
final class Asking {
    static final String WHICH_SERVER = "Asks the server at SAFELIGHT_URL with the key"
            + " SAFELIGHT_API_KEY. Without that address it works on the data folder itself, which"
            + " no server may be using.";

    private final Host host;

    Asking(Host host) {
        this.host = host;
    }

    /** What is asked. */
    @FunctionalInterface
    interface Question {
        Json.Obj ask(Administration server) throws InterruptedException;
    }

    /** Shows an answer to people. */
    @FunctionalInterface
    interface Showing {
        void show(Json.Obj answer, Printed printed);
    }

    /** Does something with a server. */
    @FunctionalInterface
    interface Errand {
        Json.Obj run(Target server) throws InterruptedException, StoppedException;
    }

    /** Asks, prints, and says what the process should exit with. */
    int run(AskingOptions options, Question question, Showing showing) {
        return errand(
                options, server -> question.ask(Servers.administration(server, host)), showing);
    }

    /** The same for what is no question about keys and accounts. */
    int errand(AskingOptions options, Errand errand, Showing showing) {
        try (var server = Servers.tending(host, options.data)) {
            var answer = errand.run(server.target());
            if (options.json) host.streams().out().println(JsonWriter.write(answer));
            else showing.show(answer, new Printed(host.streams()));
            return ExitCode.OK.number();
        } catch (StoppedException stopped) {
            return told(options, stopped.stopped());
        } catch (SafelightException failure) {
            return told(options, Stops.of(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return told(options, Stops.interrupted());
        }
    }

    private int told(AskingOptions options, Outcome.Stopped stopped) {
        new Report(host, options.json, false).tell(stopped);
        return stopped.exit().number();
    }
}
