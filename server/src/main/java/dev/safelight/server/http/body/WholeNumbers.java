package dev.safelight.server.http.body;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Makes the numbers of a body exact, and each value one kind of node however it was written: {@code
 * 5.0} and {@code 5e0} are the whole number 5, {@code 1e20} is the whole number that it is. What
 * reads them afterwards would round some decimals to whole numbers, and break on whole numbers that
 * are written as decimals and do not fit 64 bits.
 */
final class WholeNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;
    private static final int BITS_OF_INT = 31;
    private static final int BITS_OF_LONG = 63;

    @Override
    public ValueNode numberNode(BigDecimal number) {
        if (number.signum() == 0) return numberNode(0);
        double near = number.doubleValue();
        // Further digits could fill the memory, and nothing here allows so much.
        if (Double.isInfinite(near)) return numberNode(near);
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() > 0 ? super.numberNode(bare) : whole(bare.toBigInteger());
    }

    private ValueNode whole(BigInteger number) {
        if (number.bitLength() <= BITS_OF_INT) return numberNode(number.intValue());
        return number.bitLength() <= BITS_OF_LONG
                ? numberNode(number.longValue())
                : numberNode(number);
    }
}
