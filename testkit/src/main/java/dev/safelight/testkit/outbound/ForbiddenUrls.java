package dev.safelight.testkit.outbound;

import java.util.List;
import java.util.stream.Stream;

/**
 * Spellings of URLs that no caller may name on a server whose operator listed nothing. Those of
 * this machine lead to one port, so that a listener there tells whether any got through.
 */
public final class ForbiddenUrls {
    /** Four numbers. */
    private static final String FOUR_NUMBERS = """
            127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.254 0.0.0.0 0.0.0.1""";

    /** One to three numbers. */
    private static final String FEWER_NUMBERS = """
            127.1 127.0.1 127.65537 0 1 2130706433 2130706434 02130706433 4294967295 4294967296
            6425673729""";

    /** Hexadecimal. */
    private static final String HEXADECIMAL = """
            0x7f000001 0X7F000001 0x7f.0.0.1 0x7f.1 0x7f.0x0.0x0.0x1 0x0000007f.0.0.1
            127.0.0.0x1 0x 127.0.0.0x 0x0""";

    /** Octal, as a leading zero means to some. */
    private static final String OCTAL = """
            0177.0.0.1 0177.0.0.01 00177.0.0.1 0177.1 017700000001 0000177.0000.0000.0001
            127.0.0.01 127.00.0.1 127.0.0.001""";

    /** Mixed, too large, too many. */
    private static final String MIXED = """
            0x7f.0.01 0177.0x0.0.1 127.0.0.257 383.0.0.1 127.0.0.1.1 127.0.0.1.0 127..0.1
            127.0.0 .127.0.0.1""";

    /** Dots at the end. */
    private static final String DOTS_BEHIND = """
            127.0.0.1. 127.0.0.1.. 127.1. 2130706433. 0x7f000001. localhost. localhost..""";

    /** Percent-encoded. */
    private static final String ENCODED = """
            127%2e0%2e0%2e1 %31%32%37.0.0.1 127.0.0.%31 %6cocalhost 127.0.0.1%00
            127.0.0.1%00.example.com 127.0.0.1%20 127.0.0.1%2f.example.com
            127.0.0.1%23.example.com""";

    /** Digits and dots that normalisation makes plain. */
    private static final String NORMALISED = """
            \uff11\uff12\uff17.0.0.1 127\uff0e0\uff0e0\uff0e1 127\u30020\u30020\u30021
            127\uff610\uff610\uff611 \u2460\u2461\u2466.\u24ea.\u24ea.\u2460
            \u00b9\u00b2\u2077.0.0.1 \ud835\udfcf\ud835\udfd0\ud835\udfd5.0.0.1 127.0.0.\u2081
            \uff10x7f000001 \uff12130706433 12\u00ad7.0.0.1 127.0.0.1\u3002
            \u0661\u0662\u0667.0.0.1 \uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54
            \u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3 lo\u00adcalhost""";

    /** Names of this machine. */
    private static final String NAMES = """
            localhost LOCALHOST LocalHost""";

    /** IPv6, and what is not quite. */
    private static final String V6 = """
            [::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [0::1]
            [::0:1] [0:0::0:1] [::0001] [::0.0.0.1] [::0.0.0.0] [::1%25lo] [::1%lo] [::1%251]
            [::1%1] [::1%] [::1]. [[::1]] [::1 ::1 [127.0.0.1] [0x7f000001] [localhost]
            [::1]example.com [1::1::1] [::00001] [:::1] [0:0:0:0:0:0:0:0:1] [v1.::1]""";

    /** IPv6 that holds an IPv4 address: mapped, compatible, NAT64, 6to4, Teredo, ISATAP. */
    private static final String HOLDING_V4 = """
            [::ffff:127.0.0.1] [::FFFF:127.0.0.1] [::ffff:7f00:1] [::ffff:7f00:0001]
            [0:0:0:0:0:ffff:127.0.0.1] [0:0:0:0:0:ffff:7f00:1]
            [0000:0000:0000:0000:0000:ffff:7f00:0001] [::ffff:0:127.0.0.1] [::ffff:0.0.0.0]
            [::ffff:127.1] [::ffff:0x7f.0.0.1] [::ffff:0177.0.0.1] [::127.0.0.1] [::7f00:1]
            [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::127.0.0.1]
            [64:ff9b:1:ffff::7f00:1] [2002:7f00:1::] [2002:7f00:0001::1] [2001:0:7f00:1::]
            [2001::80ff:fffe] [2001:0:4136:e378:8000:63bf:80ff:fffe] [fe80::5efe:127.0.0.1]
            [fe80::5efe:7f00:1] [2a00:1450:4001:800::5efe:7f00:1]
            [2a00:1450:4001:800:200:5efe:7f00:1] [fe80::200:5efe:7f00:1]""";

    /** Elsewhere: in the operator's network, at nobody's, or where a cloud tells its secrets. */
    private static final String OTHERS = """
            10.0.0.1 10.255.255.255 10.1 167772161 0x0a000001 012.0.0.1 172.16.0.1
            172.31.255.254 192.168.0.1 192.168.255.255 192.168.257 3232235521 169.254.0.1
            169.254.169.254 169.254.170.2 169.254.43518 2852039166 0xa9fea9fe
            0251.0376.0251.0376 169.254.169.254. 100.64.0.1 100.100.100.200 100.127.255.254
            168.63.129.16 2822734096 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.175.48.1
            198.18.0.1 198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250
            240.0.0.1 255.255.255.254 255.255.255.255 0.1.2.3 [fe80::1] [fe80::1%25eth0]
            [febf::1] [fec0::1] [feff::1] [fc00::1] [fd00::1] [fdff:ffff::1] [fd00:ec2::254]
            [fd20:ce::254] [ff02::1] [ff0e::1] [::2] [::ffff:10.0.0.1] [::ffff:169.254.169.254]
            [::ffff:a9fe:a9fe] [::ffff:192.168.0.1] [::ffff:8.8.8.8] [::10.0.0.1]
            [64:ff9b::10.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b::8.8.8.8] [64:ff9b:1::a9fe:a9fe]
            [2002:a9fe:a9fe::] [2002:0a00:0001::1] [2002:808:808::1] [2001:0:a00:1::]
            [2001:2::1] [2001:10::1] [2001:20::1] [2001:db8::1] [3fff::1] [100::1] [5f00::1]
            [4000::1]""";

    private ForbiddenUrls() {}

    /**
     * All of them, over 250.
     *
     * @param port where those that mean this machine lead to
     */
    public static List<String> leadingTo(int port) {
        return Stream.of(
                        hosts().map(host -> "https://" + host + ":" + port + "/hook"),
                        misleading(port).stream(),
                        malformed().stream())
                .flatMap(urls -> urls)
                .toList();
    }

    private static Stream<String> hosts() {
        return Stream.of(
                        FOUR_NUMBERS,
                        FEWER_NUMBERS,
                        HEXADECIMAL,
                        OCTAL,
                        MIXED,
                        DOTS_BEHIND,
                        ENCODED,
                        NORMALISED,
                        NAMES,
                        V6,
                        HOLDING_V4,
                        OTHERS)
                .flatMap(hosts -> Stream.of(hosts.split("\\s+", -1)));
    }

    /** URLs on whose host two readers could disagree, and those that are no webhook's. */
    private static List<String> misleading(int port) {
        var here = "127.0.0.1:" + port;
        return List.of(
                "http://" + here + "/hook",
                "HTTP://" + here + "/hook",
                "http://8.8.8.8:" + port + "/hook",
                "https://user@" + here + "/",
                "https://user:pass@" + here + "/",
                "https://@" + here + "/",
                "https://hooks.example.com@" + here + "/",
                "https://hooks.example.com:443@" + here + "/",
                "https://hooks.example.com%40" + here + "/",
                "https://" + here + "@hooks.example.com/",
                "https://" + here + "\\@hooks.example.com/",
                "https://hooks.example.com\\@" + here + "/",
                "https:\\\\" + here + "\\hook",
                "https:/" + here + "/hook",
                "https:" + here + "/hook",
                "https:///" + here + "/hook",
                "//" + here + "/hook",
                here + "/hook",
                "https://" + here + "#@hooks.example.com/",
                "https://hooks.example.com#@" + here + "/",
                "https://" + here + " .example.com/",
                "https://" + here + "\t/hook",
                "https://" + here + "\r\nHost: hooks.example.com/",
                " https://" + here + "/hook",
                "https://" + here + "/hook ",
                "\u0000https://" + here + "/hook",
                "https://127.0.0.1\u0000.example.com:" + port + "/",
                "https://127.0.0.1:" + port + ":443/",
                "https://127.0.0.1:+" + port + "/",
                "https://:" + port + "/",
                "https://?" + here,
                "ftp://" + here + "/",
                "gopher://" + here + "/_GET",
                "jar:https://" + here + "!/",
                "ws://" + here + "/",
                "wss://" + here + "/");
    }

    /** URLs that lead nowhere in particular. */
    private static List<String> malformed() {
        return List.of(
                "http://hooks.invalid/hook",
                "http://[2001:4860:4860::8888]/hook",
                "https://hooks.example.com/#fragment",
                "https://127.0.0.1:0/",
                "https://127.0.0.1:65536/",
                "https://127.0.0.1:-1/",
                "https://127.0.0.1:0x50/",
                "https://127.0.0.1:\uff18\uff10/",
                "https://",
                "https:///hook",
                "https://-hooks.example.com/",
                "https://hooks-.example.com/",
                "https://hooks..example.com/",
                "https://.example.com/",
                "https://hooks.example.com./",
                "https://hooks_of.example.com/",
                "https://" + "a".repeat(64) + ".example.com/",
                "https://" + "a.".repeat(130) + "example.com/",
                "https://hooks.example.com/" + "a".repeat(2_048),
                "https://hooks.example.com/a b",
                "https://hooks.example.com/%zz",
                "https://hooks.example.com/<script>",
                "https://hooks.example.com:abc/",
                "file:///etc/passwd",
                "data:text/plain,hook",
                "javascript:alert(1)",
                "unix:/var/run/docker.sock",
                "",
                " ",
                "hook");
    }
}
