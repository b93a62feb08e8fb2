package dev.safelight.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.outbound.AddressRules.Verdict;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class AddressRulesTest {

    private static Verdict judge(String allowed, String address) {
        return AddressRules.allowing(allowed).judge(address(address));
    }

    /** Not by the JDK's reading, which makes IPv4 of a mapped address. */
    private static InetAddress address(String text) {
        try {
            var host = HostText.read(text.indexOf(':') < 0 ? text : "[" + text + "]");
            return ((OutboundHost.Literal) host).address();
        } catch (UrlFault fault) {
            throw new AssertionError(text, fault);
        }
    }

    @Nested
    class WhereNothingIsListed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.1.1.1",
                    "8.8.8.8",
                    "9.255.255.255",
                    "11.0.0.0",
                    "100.63.255.255",
                    "100.128.0.0",
                    "126.255.255.255",
                    "128.0.0.0",
                    "168.63.129.15",
                    "168.63.129.17",
                    "169.253.255.255",
                    "169.255.0.0",
                    "172.15.255.255",
                    "172.32.0.0",
                    "191.255.255.255",
                    "192.0.1.0",
                    "192.0.3.0",
                    "192.167.255.255",
                    "192.169.0.0",
                    "198.17.255.255",
                    "198.20.0.0",
                    "223.255.255.255",
                    "2001:200::1",
                    "2001:4860:4860::8888",
                    "2003::1",
                    "2606:4700::1111",
                    "2a00:1450:4001:800::200e",
                    "3ffe:ffff::1"
                })
        void public_addresses_up_to_the_edges_of_special_ones_may_be_called(String address) {
            assertThat(judge("", address)).isEqualTo(Verdict.PUBLIC);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0.0.0.0",
                    "0.255.255.255",
                    "10.0.0.0",
                    "10.255.255.255",
                    "100.64.0.0",
                    "100.127.255.255",
                    "127.0.0.0",
                    "127.255.255.255",
                    "168.63.129.16",
                    "169.254.0.0",
                    "169.254.255.255",
                    "172.16.0.0",
                    "172.31.255.255",
                    "192.0.0.0",
                    "192.0.0.255",
                    "192.0.2.255",
                    "192.88.99.0",
                    "192.168.0.0",
                    "192.168.255.255",
                    "198.18.0.0",
                    "198.19.255.255",
                    "224.0.0.0",
                    "240.0.0.0",
                    "255.255.255.255",
                    "::",
                    "::1",
                    "::ffff:8.8.8.8",
                    "::8.8.8.8",
                    "64:ff9b::8.8.8.8",
                    "64:ff9b:1::1",
                    "100::1",
                    "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                    "2001::1",
                    "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
                    "2001:db8:ffff::1",
                    "2002::1",
                    "2002:808:808::1",
                    "2a00:1450:4001:800:0:5efe:808:808",
                    "2a00:1450:4001:800:200:5efe:808:808",
                    "3fff:fff::1",
                    "4000::",
                    "fc00::1",
                    "fdff::1",
                    "fe80::1",
                    "fec0::1",
                    "ff00::1",
                    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
                })
        void special_addresses_and_those_that_hold_another_are_refused(String address) {
            assertThat(judge("", address)).isEqualTo(Verdict.REFUSED);
        }
    }

    @Nested
    class WhatAnOperatorLists {
        @ParameterizedTest
        @CsvSource({
            "10.1.0.0/16, 10.1.2.3, LISTED",
            "10.1.0.0/16, 10.2.0.0, REFUSED",
            "10.1.0.0/17, 10.1.127.255, LISTED",
            "10.1.0.0/17, 10.1.128.0, REFUSED",
            "10.1.2.3, 10.1.2.3, LISTED",
            "10.1.2.3, 10.1.2.4, REFUSED",
            "10.1.2.3/32, 10.1.2.2, REFUSED",
            "fd00:1::/32, fd00:1:ffff::1, LISTED",
            "fd00:1::/32, fd00:2::1, REFUSED",
            "::1, ::1, LISTED",
            "8.8.8.8, 8.8.8.8, LISTED",
            "8.8.8.8, 1.1.1.1, PUBLIC",
            "127.0.0.0/8, ::1, REFUSED",
            "127.0.0.0/8, ::ffff:127.0.0.1, REFUSED",
            "0.0.0.0/0, 127.0.0.1, LISTED",
            "0.0.0.0/0, ::1, REFUSED"
        })
        void may_be_called_and_nothing_beside_it(String allowed, String address, Verdict is) {
            assertThat(judge(allowed, address)).isEqualTo(is);
        }

        @Test
        void may_be_written_with_blanks_commas_and_line_ends() {
            var allowed = " 10.0.0.0/8,\tfd00::/8 ,\n192.168.1.1 ";
            assertThat(judge(allowed, "10.9.9.9")).isEqualTo(Verdict.LISTED);
            assertThat(judge(allowed, "fd12::1")).isEqualTo(Verdict.LISTED);
            assertThat(judge(allowed, "192.168.1.1")).isEqualTo(Verdict.LISTED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "10.0.0.0/33",
                    "10.0.0.0/",
                    "10.0.0.0/-1",
                    "10.0.0.0/8/8",
                    "10/8",
                    "10.0.0",
                    "010.0.0.0/8",
                    "fd00::/129",
                    "[fd00::]/8",
                    "localhost",
                    "10.0.0.0/8;fd00::/8"
                })
        void is_told_where_it_is_malformed(String allowed) {
            assertThatThrownBy(() -> AddressRules.allowing("192.168.0.1 " + allowed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(allowed);
        }

        @Test
        void is_told_where_it_has_bits_behind_its_prefix_with_what_was_meant() {
            assertThatThrownBy(() -> AddressRules.allowing("10.1.2.3/8"))
                    .hasMessageContaining("10.0.0.0/8");
        }

        @Test
        void is_this_machine_too_on_a_machine_for_development() {
            var rules = AddressRules.allowing("10.0.0.1").allowingLoopback();
            assertThat(rules.judge(address("127.0.0.1"))).isEqualTo(Verdict.LISTED);
            assertThat(rules.judge(address("::1"))).isEqualTo(Verdict.LISTED);
            assertThat(rules.judge(address("10.0.0.1"))).isEqualTo(Verdict.LISTED);
            assertThat(rules.judge(address("10.0.0.2"))).isEqualTo(Verdict.REFUSED);
            assertThat(rules.judge(address("0.0.0.0"))).isEqualTo(Verdict.REFUSED);
        }
    }
}
