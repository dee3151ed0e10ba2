package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.List;

/** Reads Fabric's messages. */
final class Wire {
    private Wire() {}

    /** A message whose bytes a signature or a hash covers: whatever they are, they are those. */
    static <M extends Message> M read(Parser<M> parser, ByteString bytes, String what) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException _) {
            throw new WrongProof("nicht lesbar: " + what, "unreadable: " + what);
        }
    }

    /** A message of whose bytes not all are covered: they must be the only ones that say what it says. */
    static <M extends Message> M strict(Parser<M> parser, ByteString bytes, String what) {
        M message = read(parser, bytes, what);
        if (!isPlain(message) || !message.toByteString().equals(bytes)) {
            throw new WrongProof("nicht in der einen zulässigen Form: " + what, "not in its one form: " + what);
        }
        return message;
    }

    private static boolean isPlain(Message message) {
        return message.getUnknownFields().asMap().isEmpty()
                && message.getAllFields().values().stream().allMatch(Wire::isPlain);
    }

    private static boolean isPlain(Object value) {
        return switch (value) {
            case Message nested -> isPlain(nested);
            case List<?> values -> values.stream().allMatch(Wire::isPlain);
            default -> true;
        };
    }
}
