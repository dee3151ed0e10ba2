package org.wegweis.evidence.fabric;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.wegweis.kernel.record.Hash;

/**
 * A block: {@code common.Block}.
 *
 * @param envelopes one a transaction
 * @param signed what the orderers sign besides the header: {@code common.OrdererBlockMetadata}
 * @param filter a code a transaction, which no orderer signs
 */
record Block(
        long number,
        byte[] previous,
        Hash dataHash,
        List<byte[]> envelopes,
        byte[] signed,
        List<BlockSignature> signatures,
        byte[] filter) {
    static final byte VALID = 0;
    /** What stands in a proof for the transactions that are not looked at. */
    static final byte NOT_LOOKED_AT = (byte) 254;

    private static final byte[] NOTHING = new byte[0];

    Block {
        envelopes = List.copyOf(envelopes);
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a block as a peer delivers it.
     *
     * @throws Broken unless it is one whose data are those of its header
     */
    static Block read(byte[] bytes) {
        var block = Message.read(bytes, 1, 2, 3);
        var header = Message.read(block.bytes(1), 1, 2, 3);
        byte[] dataHash = header.bytes(3);
        if (dataHash.length != Hash.LENGTH) throw Broken.unreadable("data hash of " + dataHash.length + " bytes");
        var envelopes = Message.read(block.bytes(2), 1).all(1);
        requireWhole(envelopes);
        var metadata = new ArrayList<>(Message.read(block.bytes(3), 1).all(1));
        while (metadata.size() < 3) metadata.add(NOTHING);
        var signing = Message.read(metadata.get(0), 1, 2);
        var read = new Block(
                header.number(1),
                header.bytes(2),
                Hash.of(dataHash),
                envelopes,
                signing.bytes(1),
                signing.all(2).stream().map(BlockSignature::read).toList(),
                metadata.get(2));
        if (!Hash.sha256(envelopes.toArray(byte[][]::new)).equals(read.dataHash)) {
            throw new Broken(
                    "die Daten von Block %d sind nicht die seines Kopfes".formatted(read.number),
                    "the data of block %d are not those of its header".formatted(read.number));
        }
        return read;
    }

    /** The hash is over all of them without saying where one ends, so each must be a whole envelope and nothing else. */
    private static void requireWhole(List<byte[]> envelopes) {
        if (envelopes.isEmpty()) throw Broken.unreadable("a block without transactions");
        for (byte[] bytes : envelopes) {
            var envelope = Message.read(bytes, 1, 2);
            byte[] payload = envelope.bytes(1);
            byte[] signature = envelope.bytes(2);
            boolean signed = signature.length > 0 || envelopes.size() == 1;
            byte[] again = new Written().bytes(1, payload).bytes(2, signature).bytes();
            if (payload.length == 0 || !signed || !Arrays.equals(again, bytes)) {
                throw Broken.unreadable("a transaction that is none by itself");
            }
        }
    }

    /** @throws Broken unless the bytes are exactly what {@link #bytes} gives */
    static Block parse(byte[] bytes) {
        var block = read(bytes);
        if (!Arrays.equals(block.bytes(), bytes)) {
            throw new Broken(
                    "Block %d steht nicht in der einen Form".formatted(block.number),
                    "block %d is not in the one form".formatted(block.number));
        }
        return block;
    }

    /** The one form: without what orderers do not sign and nobody looks at. The genesis block has no metadata at all. */
    byte[] bytes() {
        var block = new Written()
                .message(1, new Written().number(1, number).bytes(2, previous).bytes(3, dataHash.bytes()))
                .message(2, new Written().all(1, envelopes));
        if (number == 0) return block.bytes();
        var signing = new Written()
                .bytes(1, signed)
                .all(2, signatures.stream().map(BlockSignature::bytes).toList());
        return block.message(3, new Written().all(1, List.of(signing.bytes(), NOTHING, filter, NOTHING, NOTHING)))
                .bytes();
    }

    /** What names a block to the next one and to whoever pins it. */
    Hash headerHash() {
        return Hash.sha256(header());
    }

    /** What the orderers sign of the header: DER. */
    byte[] header() {
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new ASN1Integer(BigInteger.valueOf(number)),
                        new DEROctetString(previous),
                        new DEROctetString(dataHash.bytes())
                    })
                    .getEncoded();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** The number of the config block that was the last one then; the orderers sign it. */
    long lastConfig() {
        var metadata = Message.read(signed, 1, 2);
        return Message.read(metadata.bytes(1), 1).number(1);
    }

    /**
     * The one transaction that the proof is about.
     *
     * @throws Broken unless exactly one is valid, and the others are not looked at
     */
    int transaction() {
        if (filter.length != envelopes.size()) throw Broken.unreadable("a code for each transaction");
        int found = -1;
        for (int i = 0; i < filter.length; i++) {
            if (filter[i] == NOT_LOOKED_AT) continue;
            if (filter[i] != VALID || found >= 0) {
                throw new Broken(
                        "die Transaktion von Block %d ist nicht gültig".formatted(number),
                        "the transaction of block %d is not valid".formatted(number));
            }
            found = i;
        }
        if (found < 0) {
            throw new Broken(
                    "keine Transaktion von Block %d ist gültig".formatted(number),
                    "no transaction of block %d is valid".formatted(number));
        }
        return found;
    }

    /** This block as it stands in a proof about that transaction; the peer's code must say that it is valid. */
    Block about(int transaction) {
        if (transaction >= envelopes.size() || transaction >= filter.length || filter[transaction] != VALID) {
            throw new Broken(
                    "Transaktion %d von Block %d ist nicht gültig".formatted(transaction, number),
                    "transaction %d of block %d is not valid".formatted(transaction, number));
        }
        byte[] codes = new byte[envelopes.size()];
        Arrays.fill(codes, NOT_LOOKED_AT);
        codes[transaction] = VALID;
        return with(signatures, codes);
    }

    Block signedBy(List<BlockSignature> chosen) {
        return with(chosen, filter);
    }

    /** This block as a config block in a proof. */
    Block withoutFilter() {
        return with(signatures, NOTHING);
    }

    private Block with(List<BlockSignature> chosen, byte[] codes) {
        return new Block(number, previous, dataHash, envelopes, signed, Collections.unmodifiableList(chosen), codes);
    }
}
