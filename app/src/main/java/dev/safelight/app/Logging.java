package dev.safelight.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;

import dev.safelight.server.http.HttpServer;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * How log lines look: one line an event, whoever logs it. They go to standard error; standard
 * output belongs to commands.
 */
final class Logging {
    /** Whatever could end a line or move the cursor, in a message or between a trace's frames. */
    private static final String ENDS = "[\\s]*[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+[\\s]*";

    private static final String SAID =
            "%replace(%replace(%msg %ex){'" + ENDS + "',' | '}){'[ |]+$',''}";
    private static final String LINE = "%d{HH:mm:ss.SSS} %-5level %logger{20} " + SAID + "%nopex%n";

    private Logging() {}

    /** For a server: one line an event, as text or as JSON. */
    static void begin(boolean json) {
        begin(json, Level.INFO);
    }

    /** For a command: only what is wrong. */
    static void quiet() {
        begin(false, Level.ERROR);
    }

    private static void begin(boolean json, Level level) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, json));
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        for (var name : HttpServer.REPEATING_CALLERS) context.getLogger(name).setLevel(Level.OFF);
        takeOver();
    }

    /** What the JDK's loggers are told, and what ends a thread, goes the same way. */
    private static void takeOver() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var log = LoggerFactory.getLogger(Logging.class);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> log.error("{} ended", thread.getName(), fault));
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
        if (json) {
            var encoder = new OneLineJson();
            encoder.setContext(context);
            encoder.start();
            return encoder;
        }
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }
}
