package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;

/** A browser looks at the root of the server. */
class HomeTest extends OverTheWire {

    @Test
    void a_page_says_where_the_apis_are_and_what_runs_here() {
        var page = Client.send(HttpRequest.newBuilder(client.at("/"))
                .header("Accept", "text/html")
                .build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains(client.at("/api/v1").toString())
                .contains("/v1/tasks/submit")
                .contains("keys create")
                .contains("&lt;speak>")
                .contains("speech (not installed)")
                .doesNotContain("{base}")
                .doesNotContain("{tools}");
    }

    @Test
    void what_it_may_load_is_nothing() {
        var page = Client.send(HttpRequest.newBuilder(client.at("/")).build());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }
}
