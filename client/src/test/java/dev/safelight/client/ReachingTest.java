package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.safelight.client.json.JsonReader;
import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Why a server cannot be used, in words. */
class ReachingTest {
    @TempDir
    private Path folder;

    private final StandIn server = StandIn.start();
    private final TestTime time = new TestTime();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:99999, port",
        "http://127.0.0.1:0, port",
        "http://somebody:s3cret@127.0.0.1:1, user name",
        "http://somebody@127.0.0.1:1, user name",
        "localhost:8080, http://127.0.0.1:8080",
        "sl_live_s3cret, http://127.0.0.1:8080",
        "ftp://s3cret/, http://127.0.0.1:8080",
        "http:/s3cret, http://127.0.0.1:8080",
    })
    void an_address_that_is_none_is_refused_with_the_reason(String base, String reason) {
        assertThatThrownBy(() -> Safelight.connect(URI.create(base), "key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_server_that_hangs_up_is_told_in_words() {
        for (int i = 0; i < 4; i++) server.fault("get-credit-balance", new Fault.Broken());
        assertThat(lost(server.origin()))
                .contains("closed the connection")
                .doesNotContain("parser", "null");
    }

    @Test
    void a_server_without_tls_is_told_in_words() throws IOException {
        assertThat(greeted("https", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))
                .contains("no https", "http://")
                .doesNotContain("SSL message");
    }

    @Test
    void a_server_that_speaks_something_else_is_told_in_words() throws IOException {
        assertThat(greeted("http", "220 mail.test ESMTP\r\n"))
                .contains("something other than HTTP")
                .doesNotContain("status line");
    }

    @Test
    void an_address_of_a_file_that_is_none_is_not_shown() {
        assertThatThrownBy(() -> Answers.asset(
                        new AssetId("asset_1"),
                        JsonReader.read("{\"url\":\"file:///etc/s3cret\",\"contentType\":\"a\","
                                + "\"bytes\":1,\"sha256\":\"\"}")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:PORT/assets/asset_1/cat.png?exp=1&sig=1.s3cret",
        "http://127.0.0.1:PORT/assets/asset_1/cat.png?s3cret",
        "http://127.0.0.1:PORT/assets/a?sig=s3cret#s3cret",
        "http://127.0.0.1:PORT?s3cret",
        "http://me:s3cret@127.0.0.1:PORT/assets/a?exp=1",
        "http://s3cret@127.0.0.1:PORT/"
    })
    void a_signed_address_is_shown_without_what_opens_it(String signed) throws IOException {
        String page = "HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\n<html>";
        for (String words : List.of(page, "", "220 mail\r\n")) {
            assertThat(fetched(signed, words)).contains("http://127.0.0.1:");
            assertThat(fetched(signed, words)).doesNotContain("s3cret", "exp=");
        }
    }

    @Test
    void a_speed_that_is_no_number_is_refused_by_that_name() {
        for (double speed : new double[] {Double.NaN, Double.POSITIVE_INFINITY})
            assertThatThrownBy(() -> SpeechRequest.of("hi").speed(speed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("speed");
    }

    private String lost(URI base) {
        var safelight = Safelight.connect(base, StandIn.KEY, time.environment());
        return catchThrowableOfType(ConnectionException.class, safelight::balance)
                .getMessage();
    }

    /** What is said of a server that answers everybody with these words. */
    private String greeted(String scheme, String words) throws IOException {
        try (var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) greet(socket, words);
            });
            return lost(URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort()));
        }
    }

    /** What is said when a file is fetched from one that answers with these words. */
    private String fetched(String address, String words) throws IOException {
        var transport = new Transport(server.origin(), ApiKey.of("key"), time.environment());
        var place = Destination.at(folder.resolve("cat.png"));
        try (var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) greet(socket, words);
            });
            var url = URI.create(address.replace("PORT", "" + socket.getLocalPort()));
            var asset = new Asset(new AssetId("asset_1"), url, "image/png", 1, "");
            return catchThrowableOfType(
                            ConnectionException.class,
                            () -> new Download(transport).save(() -> asset, place))
                    .getMessage();
        }
    }

    private static void greet(ServerSocket socket, String words) {
        try (var caller = socket.accept()) {
            int asked = caller.getInputStream().read(new byte[1 << 16]);
            if (asked < 0) return;
            caller.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            caller.shutdownOutput();
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
