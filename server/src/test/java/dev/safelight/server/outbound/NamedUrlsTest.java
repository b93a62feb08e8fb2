package dev.safelight.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.problem.Refusal;
import dev.safelight.testkit.outbound.ForbiddenUrls;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

class NamedUrlsTest {
    private final Names names = new Names()
            .with("hooks.example.com", "93.184.215.14", "2606:2800:21f::1")
            .with("xn--bcher-kva.example", "93.184.215.14")
            .with("inside.example.com", "10.0.0.7")
            .with("half.example.com", "93.184.215.14", "10.0.0.7")
            .with("listed.example.com", "10.0.0.7", "10.0.0.8")
            .with("partly.example.com", "10.0.0.7", "93.184.215.14");

    private NamedUrls allowing(String allowed) {
        return new NamedUrls(new CheckedAddresses(AddressRules.allowing(allowed), names));
    }

    private String kept(String allowed, String url) {
        return allowing(allowed).require("webhookUrl", url).join();
    }

    private String refusal(String allowed, String url) {
        var asked = allowing(allowed).require("webhookUrl", url);
        assertThatThrownBy(asked::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refusal.class);
        var problem = ((Refusal) asked.handle((_, fault) -> cause(fault)).join()).problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("webhookUrl"));
        return problem.detail();
    }

    private static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : fault;
    }

    static List<String> forbidden() {
        return ForbiddenUrls.leadingTo(8_443);
    }

    @Test
    void the_list_of_forbidden_spellings_is_long_and_has_none_twice() {
        assertThat(forbidden()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void no_forbidden_spelling_passes(String url) {
        assertThat(refusal("", url)).startsWith("webhookUrl ");
        assertThat(names.asked).isSubsetOf("localhost");
    }

    @Nested
    class AUrlThatPasses {
        @ParameterizedTest
        @CsvSource({
            "https://hooks.example.com/a?b=c&d[]=e, https://hooks.example.com/a?b=c&d[]=e",
            "HTTPS://Hooks.Example.COM/Path, https://hooks.example.com/Path",
            "https://hooks.example.com, https://hooks.example.com/",
            "https://hooks.example.com?x=1, https://hooks.example.com/?x=1",
            "https://hooks.example.com:443/x, https://hooks.example.com/x",
            "https://hooks.example.com:8443/x, https://hooks.example.com:8443/x",
            "https://hooks.example.com:1/x, https://hooks.example.com:1/x",
            "https://hooks.example.com:65535/x, https://hooks.example.com:65535/x",
            "https://hooks.example.com//x/../y, https://hooks.example.com//x/../y",
            "https://hooks.example.com/@me/%7Ex, https://hooks.example.com/@me/%7Ex",
            "https://b\u00fccher.example/x, https://xn--bcher-kva.example/x",
            "https://\uff48ooks.example.com/x, https://hooks.example.com/x",
            "https://8.8.8.8/x, https://8.8.8.8/x",
            "https://[2606:4700::1111]/x, 'https://[2606:4700:0:0:0:0:0:1111]/x'"
        })
        void is_kept_in_one_spelling(String written, String kept) {
            assertThat(kept("", written)).isEqualTo(kept);
        }

        @Test
        void passes_again_as_it_is_kept() {
            var once = kept("", "https://B\u00dcCHER.example?x");
            assertThat(kept("", once)).isEqualTo(once);
        }

        @Test
        void is_resolved_once() {
            kept("", "https://hooks.example.com/x");
            assertThat(names.asked).containsExactly("hooks.example.com");
        }
    }

    @Nested
    class ANameThatMayNotBeCalled {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://nowhere.example.com/",
                    "https://inside.example.com/",
                    "https://half.example.com/",
                    "https://localhost/",
                    "https://127.0.0.1/",
                    "https://[::1]:8443/"
                })
        void reads_the_same_whether_it_is_unknown_or_refused(String url) {
            assertThat(refusal("", url))
                    .isEqualTo("webhookUrl leads to no address that can be called from here");
        }

        @Test
        void reads_the_same_where_no_answer_came() {
            NameResolver never = name ->
                    new CompletableFuture<List<InetAddress>>().orTimeout(1, TimeUnit.MILLISECONDS);
            var check = new NamedUrls(new CheckedAddresses(AddressRules.allowing(""), never));
            assertThatThrownBy(check.require("url", "https://slow.example.com/")::join)
                    .hasRootCauseInstanceOf(Refusal.class)
                    .hasRootCauseMessage("url leads to no address that can be called from here");
        }
    }

    @Nested
    class HttpInTheClear {
        @Test
        void leads_to_listed_addresses_alone() {
            assertThat(kept("10.0.0.0/24", "http://listed.example.com/x"))
                    .isEqualTo("http://listed.example.com/x");
            assertThat(kept("10.0.0.0/24", "http://10.0.0.7:8080"))
                    .isEqualTo("http://10.0.0.7:8080/");
        }

        @Test
        void reads_the_same_wherever_else_it_leads() {
            for (var url : List.of(
                    "http://hooks.example.com/",
                    "http://partly.example.com/",
                    "http://nowhere.example.com/",
                    "http://127.0.0.1/",
                    "http://8.8.8.8/"))
                assertThat(refusal("10.0.0.0/24", url)).contains("must begin with https://");
        }

        @Test
        void asks_no_name_where_nothing_is_listed() {
            refusal("", "http://hooks.example.com/");
            assertThat(names.asked).isEmpty();
        }
    }

    @Test
    void https_may_lead_to_listed_and_public_addresses_together() {
        assertThat(kept("10.0.0.7", "https://partly.example.com/"))
                .isEqualTo("https://partly.example.com/");
    }
}
