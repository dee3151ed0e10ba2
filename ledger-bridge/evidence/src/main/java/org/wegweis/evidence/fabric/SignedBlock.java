package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.wegweis.kernel.record.Hash;

/**
 * A block in the one form in which a proof carries it: of its metadata only the orderers' signatures, no more than are
 * needed, by rising numbers. Everything else in a block's metadata no orderer has signed.
 */
final class SignedBlock {
    private final Block block;
    private final Metadata signatures;
    private final byte[] header;

    private SignedBlock(Block block, Metadata signatures) {
        this.block = block;
        this.signatures = signatures;
        this.header = header(block);
        if (!Hash.sha256(block.getData().getDataList().stream()
                        .map(ByteString::toByteArray)
                        .toArray(byte[][]::new))
                .equals(hash(block.getHeader().getDataHash()))) {
            throw new WrongProof("der Inhalt passt nicht zum Kopf", "the contents do not fit the header");
        }
    }

    /** @throws WrongProof unless it is in its one form and its header fits its contents */
    static SignedBlock parse(byte[] bytes) {
        var block = Wire.strict(Block.parser(), ByteString.copyFrom(bytes), "block");
        if (block.getMetadata().getMetadataCount() != 1) {
            throw new WrongProof("nicht in der einen zulässigen Form: Block", "not in its one form: block");
        }
        var signatures = Wire.strict(Metadata.parser(), block.getMetadata().getMetadata(0), "signatures");
        for (var one : signatures.getSignaturesList()) {
            if (!one.getIdentifierHeader().isEmpty()) {
                Wire.strict(IdentifierHeader.parser(), one.getIdentifierHeader(), "identifier");
            }
        }
        return new SignedBlock(block, signatures);
    }

    /**
     * A block as a peer delivers it, brought into its one form.
     *
     * @param most signatures to keep
     */
    static SignedBlock of(Block delivered, int most) {
        var all = Wire.read(Metadata.parser(), delivered.getMetadata().getMetadata(0), "signatures");
        var kept = all.getSignaturesList().stream()
                .sorted(Comparator.comparingInt(SignedBlock::identifier))
                .limit(most)
                .toList();
        var signatures = Metadata.newBuilder();
        if (most > 0) signatures.setValue(all.getValue()).addAllSignatures(kept);
        return parse(Block.newBuilder()
                .setHeader(delivered.getHeader())
                .setData(delivered.getData())
                .setMetadata(BlockMetadata.newBuilder()
                        .addMetadata(signatures.build().toByteString()))
                .build()
                .toByteArray());
    }

    byte[] bytes() {
        return block.toByteArray();
    }

    long number() {
        return block.getHeader().getNumber();
    }

    /** Of the header: what the next block names. */
    Hash hash() {
        return Hash.sha256(header);
    }

    int signatures() {
        return signatures.getSignaturesCount();
    }

    int envelopes() {
        return block.getData().getDataCount();
    }

    TransactionEnvelope envelope(long index) {
        if (index < 0 || index >= envelopes()) {
            throw new WrongProof(
                    "so viele Transaktionen hat der Block nicht", "the block has not that many transactions");
        }
        return TransactionEnvelope.parse(block.getData().getData((int) index));
    }

    /** The number of the block with the configuration in force, as the orderers have signed it. */
    long lastConfig() {
        return Wire.read(OrdererBlockMetadata.parser(), signatures.getValue(), "orderers' metadata")
                .getLastConfig()
                .getIndex();
    }

    /**
     * Requires that enough orderers of a configuration have signed it.
     *
     * @return the organisations of those who have, sorted
     */
    List<String> requireOrdered(ChannelConfig config) {
        var signed = config.needsQuorum() ? quorum(config) : one(config);
        return List.copyOf(signed);
    }

    private Set<String> quorum(ChannelConfig config) {
        if (signatures() != config.quorum()) {
            throw new WrongProof(
                    "%d Unterschriften statt %d".formatted(signatures(), config.quorum()),
                    "%d signatures instead of %d".formatted(signatures(), config.quorum()));
        }
        var organisations = new TreeSet<String>();
        int last = -1;
        for (var one : signatures.getSignaturesList()) {
            int number = identifier(one);
            if (!one.getSignatureHeader().isEmpty() || number <= last) {
                throw new WrongProof("ein Sequenzer hat doppelt unterschrieben", "a consenter has signed twice");
            }
            last = number;
            var consenter = config.consenter(number);
            consenter.requireSigned(
                    one.getSignature(), signatures.getValue(), one.getIdentifierHeader(), ByteString.copyFrom(header));
            organisations.add(consenter.msp().id());
        }
        return organisations;
    }

    private Set<String> one(ChannelConfig config) {
        if (signatures() != 1
                || !signatures.getSignatures(0).getIdentifierHeader().isEmpty()) {
            throw new WrongProof("nicht genau eine Unterschrift", "not exactly one signature");
        }
        MetadataSignature one = signatures.getSignatures(0);
        var creator = Wire.read(SignatureHeader.parser(), one.getSignatureHeader(), "signature header")
                .getCreator();
        var orderer = config.orderer(creator);
        if (!orderer.msp().isOrderer(orderer.certificate())) {
            throw new WrongProof("wer unterschrieben hat, ist kein Sequenzer", "who has signed is no orderer");
        }
        orderer.requireSigned(
                one.getSignature(), signatures.getValue(), one.getSignatureHeader(), ByteString.copyFrom(header));
        var organisations = new TreeSet<String>();
        organisations.add(orderer.msp().id());
        return organisations;
    }

    private static int identifier(MetadataSignature signature) {
        return Wire.read(IdentifierHeader.parser(), signature.getIdentifierHeader(), "identifier")
                .getIdentifier();
    }

    private static Hash hash(ByteString bytes) {
        if (bytes.size() != Hash.LENGTH) throw new WrongProof("ein Hash falscher Länge", "a hash of a wrong length");
        return Hash.of(bytes.toByteArray());
    }

    /** What is signed and hashed of a header: SEQUENCE of INTEGER number, OCTET STRING previous, OCTET STRING data. */
    private static byte[] header(Block block) {
        var header = block.getHeader();
        var parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
        parts.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        parts.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }
}
