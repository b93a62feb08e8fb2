package dev.safelight.server.http.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class PublicAddressTest {

    private static String listening(String host) {
        var address = new PublicAddress(null);
        address.listening(host, 8080);
        return address.of("/x");
    }

    @Test
    void one_that_was_set_counts_and_keeps_its_path() {
        var address = new PublicAddress(URI.create("https://media.example.com/safelight/"));
        address.listening("127.0.0.1", 8080);
        assertThat(address.of("/x")).isEqualTo("https://media.example.com/safelight/x");
    }

    @Test
    void without_one_it_is_where_the_server_listens() {
        assertThat(listening("127.0.0.1")).isEqualTo("http://127.0.0.1:8080/x");
        assertThat(listening("0.0.0.0")).isEqualTo("http://127.0.0.1:8080/x");
        assertThat(listening("::1")).isEqualTo("http://[::1]:8080/x");
        assertThat(listening("[::1]")).isEqualTo("http://[::1]:8080/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0", "0", "::ffff:0.0.0.0"})
    void where_it_listens_everywhere_it_is_named_by_loopback(String host) {
        assertThat(listening(host)).isEqualTo("http://127.0.0.1:8080/x");
        assertThat(PublicAddress.isEveryAddress(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "192.0.2.7", "localhost", "media.local"})
    void one_address_or_name_is_not_everywhere(String host) {
        assertThat(PublicAddress.isEveryAddress(host)).isFalse();
    }
}
