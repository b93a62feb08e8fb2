package dev.safelight.media.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes a model tell what it computes inside. Protocol buffers merge a message that occurs twice,
 * so the bytes {@code graph { output { name, float tensor } }} after a model file add an output.
 */
public final class ExtraOutput {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_OUTPUT = 12;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    // TensorProto.DataType: field elem_type (1), a varint, FLOAT (1).
    private static final byte[] FLOAT = {1 << 3, 1};

    private ExtraOutput() {}

    /** The bytes to append to a model file. */
    public static byte[] named(String name) {
        byte[] tensor = field(VALUE_TYPE, field(TYPE_TENSOR, FLOAT));
        byte[] value = join(field(VALUE_NAME, name.getBytes(StandardCharsets.UTF_8)), tensor);
        return field(MODEL_GRAPH, field(GRAPH_OUTPUT, value));
    }

    private static byte[] field(int number, byte[] payload) {
        return join(join(varint((number << 3) | 2), varint(payload.length)), payload);
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 127) {
            out.write((rest & 127) | 128);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[] head, byte[] tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(tail);
        return out.toByteArray();
    }
}
