package dev.safelight.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** A command that makes one file. */
abstract class MakeCommand implements Callable<Integer> {
    static final String WHICH_SERVER = "Asks the server at SAFELIGHT_URL with the key"
            + " SAFELIGHT_API_KEY. Without that address it starts a server for this command.";

    private final Host host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JobOptions options = new JobOptions();

    MakeCommand(Host host) {
        this.host = host;
    }

    /** What is asked for, once the words and options are known. */
    abstract Job job();

    @Override
    public Integer call() {
        String complaint = options.complaint();
        if (complaint != null) throw wrong(complaint);
        return new JobRun(host, options).run(job()).exit().number();
    }

    Host host() {
        return host;
    }

    JobOptions options() {
        return options;
    }

    /** Ends the command with the message, a hint and the code for wrong usage. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
