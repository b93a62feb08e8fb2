package dev.safelight.server.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called because a caller named them: public ones, and those that the
 * operator lists. An address that holds another (mapped, NAT64, 6to4, Teredo) is refused whatever
 * it holds, for who translates it decides where it leads.
 */
public final class AddressRules {
    /** IANA's registry of special IPv4 addresses, and what clouds answer on for their machines. */
    private static final List<AddressBlock> SPECIAL_V4 = blocks(
            "0.0.0.0/8", // this network, and any address of this machine
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT; metadata of one cloud
            "127.0.0.0/8", // loopback
            "168.63.129.16", // metadata of a cloud, at a public address
            "169.254.0.0/16", // link-local; metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols of the IETF; metadata of one cloud
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112: answers of nobody
            "192.52.193.0/24", // AMT relays
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /**
     * All others are special: unspecified, loopback, mapped, compatible, NAT64, discard, segment
     * routing, unique local, link-local, site-local, multicast.
     */
    private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> SPECIAL_V6 = blocks(
            "2001::/23", // protocols of the IETF: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private final List<AddressBlock> allowed;

    /** What may be done with an address. */
    enum Verdict {
        /** It may be called by https. */
        PUBLIC,
        /** The operator listed it: it may be called in the clear too. */
        LISTED,
        REFUSED
    }

    private AddressRules(List<AddressBlock> allowed) {
        this.allowed = allowed;
    }

    /**
     * The rules with what an operator allows beside public addresses.
     *
     * @param allowed blocks or single addresses, with blanks or commas between them
     * @throws IllegalArgumentException says which one is malformed, and how
     */
    public static AddressRules allowing(String allowed) {
        return new AddressRules(Stream.of(allowed.strip().split("[\\s,]+", -1))
                .filter(written -> !written.isEmpty())
                .map(AddressBlock::of)
                .toList());
    }

    /** The same with this machine itself allowed, for whoever develops on it. */
    public AddressRules allowingLoopback() {
        var more = Stream.concat(allowed.stream(), blocks("127.0.0.0/8", "::1").stream());
        return new AddressRules(more.toList());
    }

    /** Whether anything is listed, so that http may lead somewhere. */
    boolean listAny() {
        return !allowed.isEmpty();
    }

    Verdict judge(InetAddress address) {
        if (isIn(allowed, address)) return Verdict.LISTED;
        return isSpecial(address) ? Verdict.REFUSED : Verdict.PUBLIC;
    }

    private static boolean isSpecial(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) return isIn(SPECIAL_V4, address);
        return !GLOBAL_V6.contains(address) || isIn(SPECIAL_V6, address) || isIsatap(bytes);
    }

    /** An IPv4 address behind 0000:5efe or 0200:5efe, in whichever network. */
    private static boolean isIsatap(byte[] v6) {
        return (v6[8] & ~2) == 0 && v6[9] == 0 && v6[10] == 0x5e && v6[11] == (byte) 0xfe;
    }

    private static boolean isIn(List<AddressBlock> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::of).toList();
    }
}
