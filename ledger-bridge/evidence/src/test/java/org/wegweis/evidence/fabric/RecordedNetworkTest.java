package org.wegweis.evidence.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.record.Hash;

/** What a real network has recorded holds; whatever is changed in it does not. */
class RecordedNetworkTest {
    private static final long SEED = 20261126;

    private FabricProof proof;
    private Hash genesis;

    @BeforeEach
    void recorded() {
        Recorded.assumeThere();
        proof = Recorded.proof();
        genesis = Recorded.genesis();
    }

    @Test
    void the_recorded_seal_holds_from_the_first_block_to_the_value() {
        var verification = new FabricVerification(proof, genesis);
        assertThat(verification.channel()).isEqualTo(new FabricVerification.Channel("seals", 1, true, 4));
        assertThat(verification.ordered())
                .isEqualTo(new FabricVerification.Ordered(48, List.of("Orderer1MSP", "Orderer2MSP", "Orderer4MSP")));
        assertThat(verification.confirmed())
                .isEqualTo(new FabricVerification.Confirmed("seal", "1.0", List.of("Peer1MSP", "Peer2MSP"), 4));
        assertThat(verification.standing()).isEqualTo(new FabricVerification.Standing(List.of("Peer1MSP", "Peer2MSP")));
        var written = verification.written();
        assertThat(written.key()).isEqualTo("checkpoint-000001");
        assertThat(new String(written.value(), StandardCharsets.UTF_8)).isEqualTo("9f".repeat(32));
        assertThat(written.transaction()).isEqualTo("b8fdd515d420f5fcdf05f57c1f2eee273e43adee80f093fc591b42b132ef7798");
    }

    @Test
    void another_first_block_is_not_the_trusted_one() {
        assertThatThrownBy(() -> new FabricVerification(proof, Hash.sha256(new byte[0])))
                .isInstanceOf(WrongProof.class)
                .hasMessage("it begins with another block");
    }

    @Test
    void no_byte_can_be_another() {
        var random = new Random(SEED);
        for (int part = 0; part < 4; part++) {
            byte[] bytes = part(proof, part);
            // the first block is large, and one hash covers it
            int step = part == 0 ? 997 : 5;
            for (int i = random.nextInt(step); i < bytes.length; i += step) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << random.nextInt(8));
                assertRefused(with(proof, part, changed), "byte " + i + " of part " + part);
            }
        }
    }

    @Test
    void no_field_can_be_dropped_doubled_emptied_or_added() throws IOException {
        for (int part = 0; part < 4; part++) {
            var changed = new ArrayList<byte[]>();
            fields(part(proof, part), part == 0 ? 2 : 9, changed);
            assertThat(changed).hasSizeGreaterThan(20);
            for (int i = 0; i < changed.size(); i++) {
                assertRefused(with(proof, part, changed.get(i)), "change " + i + " of part " + part);
            }
        }
    }

    @Test
    void fewer_orderers_than_the_quorum_are_too_few() {
        assertRefused(signed(block -> block.removeSignatures(0)), "two of three");
        assertRefused(signed(Metadata.Builder::clearSignatures), "none");
    }

    @Test
    void one_orderer_counts_once() {
        assertRefused(signed(all -> all.setSignatures(1, all.getSignatures(0))), "twice the first");
        assertRefused(signed(all -> all.addSignatures(all.getSignatures(0))), "four, one of them twice");
    }

    @Test
    void an_orderer_of_no_configuration_does_not_count() {
        var stranger = IdentifierHeader.newBuilder().setIdentifier(9).build().toByteString();
        assertRefused(
                signed(all ->
                        all.setSignatures(2, all.getSignatures(2).toBuilder().setIdentifierHeader(stranger))),
                "consenter 9");
    }

    @Test
    void one_organisation_cannot_confirm_for_two() {
        assertRefused(
                read(call -> {
                    var first = call.getAction().getEndorsements(0);
                    call.getActionBuilder().setEndorsements(1, first);
                    return call;
                }),
                "twice the first");
        assertRefused(
                read(call -> {
                    call.getActionBuilder().removeEndorsements(1);
                    return call;
                }),
                "one of three");
    }

    @Test
    void parts_of_other_seals_do_not_fit() {
        assertRefused(with(proof, 2, block(5)), "another seal's block");
        assertRefused(with(proof, 1, block(5)), "a block that brought no contract");
        assertRefused(with(proof, 1, block(3)), "a block that only agreed to it");
        assertRefused(
                new FabricProof(
                        List.of(proof.configs().getFirst(), block(5)), proof.definition(), proof.seal(), proof.read()),
                "a block that is no configuration");
    }

    @Test
    void what_the_peers_found_invalid_is_not_proved() {
        var builder = new ProofBuilder(number -> {
            var block = Blocks.parse(Recorded.block(number));
            var metadata = block.getMetadata().toBuilder().setMetadata(2, ByteString.copyFrom(new byte[] {11}));
            return block.toBuilder().setMetadata(metadata).build().toByteArray();
        });
        byte[] read = Recorded.read();
        assertThatThrownBy(() -> builder.prove(read))
                .isInstanceOf(WrongProof.class)
                .hasMessage("the peers found the transaction invalid");
    }

    private void assertRefused(FabricProof changed, String what) {
        assertThatThrownBy(() -> new FabricVerification(changed, genesis).written())
                .as(what)
                .isInstanceOf(WrongProof.class);
    }

    private byte[] block(long number) {
        return SignedBlock.of(Blocks.parse(Recorded.block(number)), 3).bytes();
    }

    /** The seal's block with other signatures. */
    private FabricProof signed(UnaryOperator<Metadata.Builder> change) {
        try {
            var block = Blocks.parse(proof.seal());
            var signatures = Metadata.parseFrom(block.getMetadata().getMetadata(0)).toBuilder();
            return with(
                    proof,
                    2,
                    block.toBuilder()
                            .setMetadata(BlockMetadata.newBuilder()
                                    .addMetadata(
                                            change.apply(signatures).build().toByteString()))
                            .build()
                            .toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private FabricProof read(UnaryOperator<ChaincodeActionPayload.Builder> change) {
        try {
            var payload = Payload.parseFrom(proof.read());
            var transaction = Transaction.parseFrom(payload.getData());
            var call =
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
            var changed = transaction.toBuilder();
            changed.getActionsBuilder(0)
                    .setPayload(change.apply(call.toBuilder()).build().toByteString());
            return with(
                    proof,
                    3,
                    payload.toBuilder()
                            .setData(changed.build().toByteString())
                            .build()
                            .toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] part(FabricProof proof, int part) {
        return switch (part) {
            case 0 -> proof.configs().getFirst();
            case 1 -> proof.definition();
            case 2 -> proof.seal();
            default -> proof.read();
        };
    }

    private static FabricProof with(FabricProof proof, int part, byte[] bytes) {
        return new FabricProof(
                part == 0 ? List.of(bytes) : proof.configs(),
                part == 1 ? bytes : proof.definition(),
                part == 2 ? bytes : proof.seal(),
                part == 3 ? bytes : proof.read());
    }

    /** The message with one field after the other dropped, doubled, emptied, and with one more, at every depth. */
    private static void fields(byte[] message, int depth, List<byte[]> changed) throws IOException {
        var fields = split(message);
        for (int i = 0; i < fields.size(); i++) {
            changed.add(join(fields, i, List.of()));
            changed.add(join(fields, i, List.of(fields.get(i), fields.get(i))));
            byte[] inner = fields.get(i).content();
            if (inner == null) continue;
            if (inner.length > 0)
                changed.add(join(fields, i, List.of(fields.get(i).with(new byte[0]))));
            if (depth == 0) continue;
            var deeper = new ArrayList<byte[]>();
            try {
                fields(inner, depth - 1, deeper);
            } catch (IOException _) {
                continue; // not a message
            }
            for (byte[] one : deeper)
                changed.add(join(fields, i, List.of(fields.get(i).with(one))));
        }
        changed.add(join(fields, fields.size(), List.of(new Field(15, WireFormat.WIRETYPE_VARINT, 1, null))));
    }

    /** A field as it stands on the wire. */
    private record Field(int number, int type, long value, byte @Nullable [] content) {
        Field with(byte[] other) {
            return new Field(number, type, value, other);
        }

        UnknownFieldSet set() {
            var field = UnknownFieldSet.Field.newBuilder();
            if (content == null) field.addVarint(value);
            else field.addLengthDelimited(ByteString.copyFrom(content));
            return UnknownFieldSet.newBuilder().addField(number, field.build()).build();
        }
    }

    private static List<Field> split(byte[] message) throws IOException {
        var in = CodedInputStream.newInstance(message);
        var fields = new ArrayList<Field>();
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            int number = WireFormat.getTagFieldNumber(tag);
            int type = WireFormat.getTagWireType(tag);
            switch (type) {
                case WireFormat.WIRETYPE_VARINT -> fields.add(new Field(number, type, in.readRawVarint64(), null));
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> fields.add(new Field(number, type, 0, in.readByteArray()));
                default -> throw new IOException("not a message of these");
            }
        }
        return fields;
    }

    private static byte[] join(List<Field> fields, int at, List<Field> instead) {
        var all = new ArrayList<>(fields.subList(0, at));
        all.addAll(instead);
        if (at < fields.size()) all.addAll(fields.subList(at + 1, fields.size()));
        var bytes = ByteString.EMPTY;
        for (var field : all) bytes = bytes.concat(field.set().toByteString());
        return bytes.toByteArray();
    }
}
