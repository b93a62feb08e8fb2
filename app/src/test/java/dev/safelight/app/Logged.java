package dev.safelight.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import dev.safelight.server.http.HttpServer;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.List;

/** What is logged from here on, at the levels of a server. */
public final class Logged implements AutoCloseable {
    private final Logger root = logger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    public Logged() {
        root.setLevel(Level.INFO);
        HttpServer.REPEATING_CALLERS.forEach(name -> logger(name).setLevel(Level.OFF));
        events.start();
        root.addAppender(events);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** Each event as text, with its traces. */
    public List<String> lines() {
        return events.list.stream().map(Logged::line).toList();
    }

    private static String line(ILoggingEvent event) {
        return event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                + trace(event.getThrowableProxy());
    }

    private static String trace(@Nullable IThrowableProxy thrown) {
        return thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
    }

    @Override
    public void close() {
        root.detachAppender(events);
        HttpServer.REPEATING_CALLERS.forEach(name -> logger(name).setLevel(null));
        root.setLevel(before);
    }
}
