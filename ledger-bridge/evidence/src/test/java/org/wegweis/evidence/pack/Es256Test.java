package org.wegweis.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.record.Hash;

/** Both providers, one row of answers. */
class Es256Test {
    private static final byte[] MESSAGE = "what was stated".getBytes(StandardCharsets.US_ASCII);
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final DeviceKey KEY;
    private static final BigInteger R;
    private static final BigInteger S;

    static {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            KEY = new DeviceKey(Hash.of(bytes(point.getAffineX())), Hash.of(bytes(point.getAffineY())));
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(MESSAGE);
            byte[] signed = signature.sign();
            R = new BigInteger(1, Arrays.copyOf(signed, 32));
            S = new BigInteger(1, Arrays.copyOfRange(signed, 32, 64));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Arguments> signatures() {
        return Stream.of(
                arguments("the signature", pair(R, S), true),
                arguments("its twin with the other s", pair(R, ORDER.subtract(S)), true),
                arguments("a flipped bit of r", pair(R.flipBit(7), S), false),
                arguments("a flipped bit of s", pair(R, S.flipBit(7)), false),
                arguments("r and s exchanged", pair(S, R), false),
                arguments("zeros", new byte[64], false),
                arguments("r zero", pair(BigInteger.ZERO, S), false),
                arguments("s zero", pair(R, BigInteger.ZERO), false),
                arguments("r the order", pair(ORDER, S), false),
                arguments("s the order", pair(R, ORDER), false),
                arguments("s beyond the order", pair(R, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)), false),
                arguments("all ones", ones(), false),
                arguments("nothing", new byte[0], false),
                arguments("63 bytes", Arrays.copyOf(pair(R, S), 63), false),
                arguments("65 bytes", Arrays.copyOf(pair(R, S), 65), false),
                arguments("128 bytes", Arrays.copyOf(pair(R, S), 128), false));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("signatures")
    void both_providers_give_the_one_answer(String what, byte[] signature, boolean holds) {
        assertThat(new Es256(Es256.platform()).holds(KEY, signature, MESSAGE)).isEqualTo(holds);
        assertThat(new Es256(conscrypt()).holds(KEY, signature, MESSAGE)).isEqualTo(holds);
        assertThat(KEY.made(signature, MESSAGE)).isEqualTo(holds);
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void no_key_beside_the_curve_has_signed_anything(DeviceKey wrong) {
        assertThat(new Es256(Es256.platform()).holds(wrong, pair(R, S), MESSAGE))
                .isFalse();
        assertThat(new Es256(conscrypt()).holds(wrong, pair(R, S), MESSAGE)).isFalse();
    }

    private static Stream<DeviceKey> wrongKeys() {
        var zero = Hash.of(new byte[32]);
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) -1);
        return Stream.of(
                new DeviceKey(KEY.x(), KEY.x()),
                new DeviceKey(zero, zero),
                new DeviceKey(zero, KEY.y()),
                new DeviceKey(Hash.of(most), Hash.of(most)));
    }

    private static Provider conscrypt() {
        Assumptions.assumeTrue(Conscrypt.isAvailable(), "Conscrypt has no library for this machine");
        return Conscrypt.newProvider();
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
        byte[] both = Arrays.copyOf(bytes(r), 64);
        System.arraycopy(bytes(s), 0, both, 32, 32);
        return both;
    }

    private static byte[] bytes(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(32, number);
    }

    private static byte[] ones() {
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) -1);
        return ones;
    }
}
