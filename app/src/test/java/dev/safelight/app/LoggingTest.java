package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LoggingTest {
    private static Throwable deep() {
        return new IllegalStateException(
                "the outer\nreason", new IllegalArgumentException("the inner reason"));
    }

    /** Ways in which something comes to be logged. */
    enum Way {
        FROM_CORE {
            @Override
            void log() {
                System.getLogger("dev.safelight.core.worker.RunReporter")
                        .log(System.Logger.Level.WARNING, "it happened", deep());
            }
        },
        FROM_CORE_WITH_PARAMETERS {
            @Override
            void log() {
                System.getLogger("dev.safelight.core.worker.EngineRuns")
                        .log(System.Logger.Level.WARNING, "it {0} to {1}", "happened", 7);
            }
        },
        FROM_A_SERVER_CLASS {
            @Override
            void log() {
                LoggerFactory.getLogger(LoggingTest.class).error("it happened", deep());
            }
        },
        WITH_LINE_ENDS_OF_A_STRANGER {
            @Override
            void log() {
                LoggerFactory.getLogger(LoggingTest.class)
                        .warn("it happened: {}", "a\r\n12:00:00.000 ERROR forged\u001b[31m\n");
            }
        },
        FROM_A_LIBRARY_OF_THE_JDK {
            @Override
            void log() {
                System.getLogger("jdk.some").log(System.Logger.Level.ERROR, () -> "it\nhappened");
            }
        },
        FROM_A_THREAD_THAT_DIES {
            @Override
            void log() throws InterruptedException {
                var dying = Loop.unstarted("dying", () -> {
                    throw new IllegalStateException("it happened");
                });
                dying.start();
                dying.join();
            }
        };

        abstract void log() throws InterruptedException;
    }

    @TempDir
    private Path folder;

    @AfterEach
    void restore() throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    private interface Doing {
        void run() throws Exception;
    }

    private static List<String> printedBy(Doing doing) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var usual = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            doing.run();
        } finally {
            System.setErr(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Nested
    class AsText {
        @ParameterizedTest
        @EnumSource
        void each_event_is_one_line_of_one_form(Way way) throws Exception {
            var lines = printedBy(() -> {
                Logging.begin(false);
                way.log();
            });
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} "
                            + "(WARN |ERROR) [a-zA-Z.]+ .*happened([^\\x00-\\x1f]*[^ |])?");
        }

        @Test
        void a_cause_stands_on_the_line_of_its_event() throws Exception {
            var lines = printedBy(() -> {
                Logging.begin(false);
                Way.FROM_CORE.log();
            });
            assertThat(lines).singleElement().asString().contains("the outer", "the inner reason");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0085", "\u2028", "\u2029", "\u009b", "\u0080", "\u009f", "\u001b", "\u000b"
            })
    void nothing_of_a_stranger_ends_a_line(String end) throws Exception {
        for (boolean json : new boolean[] {false, true}) {
            var lines = printedBy(() -> {
                Logging.begin(json);
                LoggerFactory.getLogger(LoggingTest.class)
                        .warn(
                                "it {}",
                                "happened" + end + "forged",
                                new Exception("in" + end + "x"));
            });
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst())
                    .contains("happened", "forged")
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
        }
    }

    @Nested
    class AsJson {
        @ParameterizedTest
        @EnumSource
        void each_event_is_one_object_on_one_line(Way way) throws Exception {
            var lines = printedBy(() -> {
                Logging.begin(true);
                way.log();
            });
            assertThat(lines).hasSize(1);
            var event = JsonMapper.shared().readTree(lines.getFirst());
            assertThat(event.get("level").asString()).isIn("WARN", "ERROR");
            assertThat(event.toString()).contains("happened");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "blobs"})
    void what_ends_a_start_is_one_event_that_tells_why(String taken) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path inTheWay = data.resolve(taken);
        if (taken.equals("lock")) Files.createDirectory(inTheWay);
        else Files.writeString(inTheWay, "");
        var args = List.of("--log", "json", "--port", "0", "--data", data.toString());
        var lines = printedBy(() -> assertThat(Serve.run(args, Map.of())).isEqualTo(2));
        var last = JsonMapper.shared().readTree(lines.getLast());
        assertThat(last.get("message").asString())
                .contains(data.toString())
                .containsPattern("(it is a folder|a file of that name is there)$");
    }

    @Test
    void malformed_requests_and_their_words_leave_no_line() throws Exception {
        var lines = printedBy(() -> {
            Logging.begin(false);
            LoggerFactory.getLogger("org.eclipse.jetty.util.HostPort").warn("Bad port [x]");
            LoggerFactory.getLogger("org.eclipse.jetty.http.HttpParser").warn("two hosts: a, b");
        });
        assertThat(lines).isEmpty();
    }

    @Test
    void a_command_prints_no_warning() throws Exception {
        var lines = printedBy(() -> {
            Logging.quiet();
            Way.FROM_CORE.log();
        });
        assertThat(lines).isEmpty();
    }
}
