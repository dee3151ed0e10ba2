package org.wegweis.evidence.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.wegweis.evidence.fabric.Claim;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.FabricReport;
import org.wegweis.evidence.fabric.FabricVerification;
import org.wegweis.evidence.fabric.Sealed;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;

/** The proof that a ledger holds a head. */
public sealed interface Seal {

    Head head();

    /** The checkpoint's note with one more signature: the ledger's. Rests on that one key alone. */
    record Countersigned(Note note) implements Seal {
        public Countersigned {
            Checkpoint.parse(note.text());
        }

        @Override
        public Head head() {
            return Checkpoint.parse(note.text()).head();
        }
    }

    /**
     * The checkpoint's note as a consortium's contract holds it, and what shows that offline. Rests on the members of the
     * channel.
     */
    record OnChannel(Note note, FabricProof proof) implements Seal {
        private static final byte[] ANSWER = "{\"answer\":\"seal\",\"seal\":".getBytes(StandardCharsets.US_ASCII);

        public OnChannel {
            Checkpoint.parse(note.text());
        }

        @Override
        public Head head() {
            return Checkpoint.parse(note.text()).head();
        }

        /** Where the contract keeps the seal of a head. Numbers have 19 digits, so that keys sort as numbers do. */
        public static String key(String origin, long size) {
            String digits = Long.toString(size);
            return "seal/" + origin + "+" + "0".repeat(19 - digits.length()) + digits;
        }

        /**
         * What a proof must show to be that of a head's seal.
         *
         * @param genesis the channel's; see {@link Claim}
         * @param chaincode the contract's name on the channel
         */
        public static Claim claim(Optional<Hash> genesis, String chaincode, Checkpoint checkpoint) {
            String key = key(checkpoint.origin(), checkpoint.head().size());
            return new Claim(genesis, chaincode, key, OnChannel::shows);
        }

        /** Judges the proof; see {@link #claim}. */
        public FabricReport judged(Optional<Hash> genesis, String chaincode) {
            return FabricVerification.verify(proof, claim(genesis, chaincode, Checkpoint.parse(note.text())));
        }

        /** The contract answers {@code get} with what it has written, framed. */
        private static boolean shows(byte[] written, byte[] answered) {
            int end = ANSWER.length + written.length;
            return answered.length == end + 1
                    && Arrays.equals(answered, 0, ANSWER.length, ANSWER, 0, ANSWER.length)
                    && Arrays.equals(answered, ANSWER.length, end, written, 0, written.length)
                    && answered[end] == '}';
        }

        /**
         * The note that a proof shows.
         *
         * @throws IllegalArgumentException if something else lies there
         */
        public static Note note(Sealed sealed) {
            return Note.parse(Fields.of(Json.parse(sealed.value())).text("note"));
        }
    }
}
