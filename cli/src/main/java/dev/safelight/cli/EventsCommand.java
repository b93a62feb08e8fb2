package dev.safelight.cli;

import dev.safelight.client.ApiException;
import dev.safelight.client.ConnectionException;
import dev.safelight.client.Event;
import dev.safelight.client.EventPage;
import dev.safelight.client.Safelight;
import dev.safelight.client.SafelightException;
import dev.safelight.client.WaitTimeoutException;
import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "events",
        description = "See what happened in an account, a line for each event.",
        footer = {"", Asking.WHICH_SERVER})
final class EventsCommand implements Callable<Integer> {
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** What stands in columns of its own. */
    private static final Set<String> HEAD = Set.of("type", "at");

    private final Host host;

    @Mixin
    private final AskingOptions options = new AskingOptions();

    @Option(
            names = "--from",
            paramLabel = "OFFSET",
            description = "-1 for the beginning, now for what comes, or where an earlier call"
                    + " ended. Default: -1.")
    private String from = "-1";

    @Option(names = "--follow", description = "Go on with what comes, until interrupted.")
    private boolean follow;

    EventsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return new Asking(host)
                .errand(
                        options,
                        server -> read(Servers.connect(server, host)),
                        (answer, printed) -> printed.aside(
                                "Go on: --from " + Printed.text(answer, "nextOffset")));
    }

    /** Prints as it reads; answers where that ended, and tells it where it breaks off. */
    private Json.Obj read(Safelight server) throws InterruptedException {
        var page = server.events(from);
        print(page);
        try {
            while (follow || !page.isUpToDate()) {
                page = next(server, page);
                print(page);
            }
        } catch (SafelightException | InterruptedException brokenOff) {
            host.streams().err().println("Go on: --from " + page.next());
            throw brokenOff;
        }
        return Json.Obj.empty().with("nextOffset", page.next());
    }

    private EventPage next(Safelight server, EventPage page) throws InterruptedException {
        try {
            return page.isUpToDate() ? server.awaitEvents(page.next()) : server.events(page.next());
        } catch (SafelightException failure) {
            if (!follow || !mayPass(failure)) throw failure;
            host.environment().pause().sleep(AGAIN);
            return page.after();
        }
    }

    /** A server that is away for a moment, as while it restarts, is waited for. */
    private static boolean mayPass(SafelightException failure) {
        return switch (failure) {
            case ConnectionException broken -> broken.kind() != ConnectionException.Kind.UNREADABLE;
            case ApiException refused ->
                refused.status() == TOO_MANY || refused.status() >= SERVER_ERROR;
            case WaitTimeoutException over -> false;
        };
    }

    private void print(EventPage page) {
        for (var event : page.events()) host.streams().out().println(line(event));
    }

    private String line(Event event) {
        if (options.json) return JsonWriter.write(event.whole());
        String facts = event.whole() instanceof Json.Obj entry
                ? entry.members().keySet().stream()
                        .filter(name -> !HEAD.contains(name))
                        .map(name -> name + "=" + Printed.text(entry, name))
                        .collect(Collectors.joining(" "))
                : "";
        return Printable.of("%s  %-16s %s".formatted(event.at(), event.type(), facts));
    }
}
