package dev.safelight.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Several measurements of one thing. */
public record Spread(double median, double least, double most) {

    public static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(percentile(sorted, 50), sorted[0], sorted[sorted.length - 1]);
    }

    /** The value below which so many per cent of the sorted values are. */
    public static double percentile(double[] sorted, double percent) {
        if (sorted.length == 0) return Double.NaN;
        int at = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)];
    }

    /** The same of values in any order. */
    public static double percentile(long[] values, double percent) {
        return percentile(Arrays.stream(values).asDoubleStream().sorted().toArray(), percent);
    }

    /** {@code 52.1 (50.9-55.0)}. */
    public String show() {
        return String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", median, least, most);
    }

    /** The same with two digits, for ratios. */
    public String showRatio() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, least, most);
    }
}
