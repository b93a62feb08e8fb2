package dev.safelight.media.sound;

/** Residuals in FLAC's Rice coding, in partitions that each have a parameter of their own. */
final class Rice {
    private static final int HIGHEST_PARTITION_ORDER = 5;
    private static final int HIGHEST_PARAMETER = 14; // 15 is the escape, which is never needed
    private static final int PARAMETER_BITS = 4;

    private Rice() {}

    /** Writes a block's residuals; the first {@code order} values are not residuals. */
    static void write(BitSink out, int[] block, int order) {
        int split = bestSplit(block, order);
        out.put(0, 2); // 4-bit parameters
        out.put(split, 4);
        int width = block.length >> split;
        for (int part = 0; part < 1 << split; part++) {
            int from = Math.max(order, part * width);
            int to = (part + 1) * width;
            int parameter = bestParameter(block, from, to);
            out.put(parameter, PARAMETER_BITS);
            for (int i = from; i < to; i++) {
                int folded = fold(block[i]);
                out.putUnary(folded >>> parameter);
                out.put(folded, parameter);
            }
        }
    }

    private static int bestSplit(int[] block, int order) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int split = 0; split <= HIGHEST_PARTITION_ORDER; split++) {
            int width = block.length >> split;
            if (width << split != block.length || width <= order) break;
            long bits = 0;
            for (int part = 0; part < 1 << split; part++) {
                int from = Math.max(order, part * width);
                int to = (part + 1) * width;
                bits += PARAMETER_BITS + bits(block, from, to, bestParameter(block, from, to));
            }
            if (bits < least) {
                least = bits;
                best = split;
            }
        }
        return best;
    }

    private static int bestParameter(int[] block, int from, int to) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int parameter = 0; parameter <= HIGHEST_PARAMETER; parameter++) {
            long bits = bits(block, from, to, parameter);
            if (bits >= least) break; // past the lowest point it only rises
            least = bits;
            best = parameter;
        }
        return best;
    }

    private static long bits(int[] block, int from, int to, int parameter) {
        long bits = (long) (to - from) * (parameter + 1);
        for (int i = from; i < to; i++) bits += fold(block[i]) >>> parameter;
        return bits;
    }

    /** Signed to unsigned: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
    private static int fold(int value) {
        return (value << 1) ^ (value >> 31);
    }
}
