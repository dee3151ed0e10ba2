package org.wegweis.evidence.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * What a key does with a note. A log signs the text; a cosigner signs the text of a checkpoint and a time, in seconds
 * since 1970-01-01T00:00Z.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature</a>
 */
public enum SignatureType {
    /** Ed25519 over the text; the one type without a time. */
    ED25519(0x01, Ed25519.PUBLIC_KEY_SIZE),
    /** Ed25519 over {@code cosignature/v1}, the time and the text, a line each. */
    COSIGNATURE_V1(0x04, Ed25519.PUBLIC_KEY_SIZE),
    /** ML-DSA-44 (FIPS 204, no context) over a structure of the cosigner's name, the time, the origin and the head. */
    ML_DSA_44(0x06, 1312);

    static final int SEED = 32;

    private final byte code;
    private final int publicKeyLength;

    SignatureType(int code, int publicKeyLength) {
        this.code = (byte) code;
        this.publicKeyLength = publicKeyLength;
    }

    /** @throws IllegalArgumentException if no type has this byte */
    static SignatureType of(byte code) {
        for (var type : values()) if (type.code == code) return type;
        throw new IllegalArgumentException("no signature type known here: " + code);
    }

    public boolean hasTime() {
        return this != ED25519;
    }

    byte code() {
        return code;
    }

    int publicKeyLength() {
        return publicKeyLength;
    }

    /**
     * The bytes that are signed.
     *
     * @param name of the key
     * @param time ignored by the type that has none
     * @throws IllegalArgumentException if the text cannot be signed so
     */
    byte[] message(String name, String text, long time) {
        return switch (this) {
            case ED25519 -> utf8(text);
            case COSIGNATURE_V1 -> utf8("cosignature/v1\ntime " + time + "\n" + text);
            case ML_DSA_44 -> subtree(name, Checkpoint.parse(text), time);
        };
    }

    /** {@code cosigned_message} of the whole tree. */
    private static byte[] subtree(String name, Checkpoint checkpoint, long time) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(utf8("subtree/v1\n\0"));
        opaque(out, name);
        out.writeBytes(number(time));
        opaque(out, checkpoint.origin());
        out.writeBytes(number(0));
        out.writeBytes(number(checkpoint.head().size()));
        out.writeBytes(checkpoint.head().root().bytes());
        return out.toByteArray();
    }

    /** One byte for the length, then the bytes themselves. */
    private static void opaque(ByteArrayOutputStream out, String text) {
        byte[] bytes = utf8(text);
        if (bytes.length > 255) throw new IllegalArgumentException("a name of more than 255 bytes: " + text);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    byte[] publicKey(byte[] seed) {
        return switch (this) {
            case ED25519, COSIGNATURE_V1 -> {
                byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
                Ed25519.generatePublicKey(seed, 0, key, 0);
                yield key;
            }
            case ML_DSA_44 -> secret(seed).getPublicKey();
        };
    }

    /** Always the same bytes for the same message. */
    byte[] sign(byte[] seed, byte[] message) {
        return switch (this) {
            case ED25519, COSIGNATURE_V1 -> {
                byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
                Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
                yield signature;
            }
            case ML_DSA_44 -> {
                var signer = new MLDSASigner();
                signer.init(true, secret(seed));
                signer.update(message, 0, message.length);
                try {
                    yield signer.generateSignature();
                } catch (CryptoException e) {
                    throw new AssertionError("ML-DSA signs any message", e);
                }
            }
        };
    }

    boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return switch (this) {
            case ED25519, COSIGNATURE_V1 ->
                signature.length == Ed25519.SIGNATURE_SIZE
                        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
            case ML_DSA_44 -> {
                var signer = new MLDSASigner();
                signer.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey));
                signer.update(message, 0, message.length);
                yield signer.verifySignature(signature);
            }
        };
    }

    private static MLDSAPrivateKeyParameters secret(byte[] seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
