package dev.safelight.testkit.tidy;

import java.util.Collection;
import java.util.List;

/** Sizes in order, to ask for the middle or the long end. */
record Spread(List<Integer> sizes) {
    static Spread of(Collection<Integer> sizes) {
        return new Spread(sizes.stream().sorted().toList());
    }

    int median() {
        return percentile(50);
    }

    /** The smallest size that at least {@code percent} of all keep within; 0 of none. */
    int percentile(int percent) {
        if (sizes.isEmpty()) return 0;
        int rank = (int) Math.ceil(sizes.size() * percent / 100.0);
        return sizes.get(Math.max(rank, 1) - 1);
    }
}
