package org.wegweis.evidence.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.fabric.Claim;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.FabricVerification;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.longterm.EvidenceRecord;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.kernel.record.EventRecord;

/** What Jazzer feeds: each takes any bytes and refuses them, or has read their one spelling. */
final class Parsers {
    private Parsers() {}

    @FunctionalInterface
    private interface Reading {
        /** The bytes of what was read. */
        byte[] again(byte[] bytes);
    }

    private static void readOrRefuse(byte[] bytes, Reading reading) {
        byte[] again;
        try {
            again = reading.again(bytes);
        } catch (IllegalArgumentException _) {
            return; // refused
        }
        if (!Arrays.equals(again, bytes)) throw new AssertionError("two spellings of the same");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object printed) {
        return printed.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Signed notes and the checkpoints in them. */
    public static final class Notes {
        private Notes() {}

        public static void fuzzerTestOneInput(byte[] input) {
            readOrRefuse(input, bytes -> {
                var note = Note.parse(bytes);
                Checkpoint.parse(note.text());
                return note.bytes();
            });
        }
    }

    /** Proofs of the log. */
    public static final class Proofs {
        private Proofs() {}

        public static void fuzzerTestOneInput(byte[] input) {
            if (text(input).contains("\uFFFD")) return; // a text is what it parses
            readOrRefuse(input, bytes -> {
                var proof = LogProof.parse(text(bytes));
                proof.proves(new byte[32]);
                return bytes(proof);
            });
        }
    }

    /** A tile's name in the first line, and a bundle of entries after it. */
    public static final class Tiles {
        private Tiles() {}

        public static void fuzzerTestOneInput(byte[] input) {
            int border = 0;
            while (border < input.length && input[border] != '\n') border++;
            byte[] name = Arrays.copyOf(input, border);
            byte[] tile = Arrays.copyOfRange(input, Math.min(border + 1, input.length), input.length);
            readOrRefuse(name, bytes -> {
                var path = TilePath.parse(new String(bytes, StandardCharsets.ISO_8859_1));
                path.cut(tile);
                return bytes(path);
            });
        }
    }

    /** Records. */
    public static final class Records {
        private Records() {}

        public static void fuzzerTestOneInput(byte[] input) {
            readOrRefuse(input, bytes -> EventRecord.parse(bytes).encode());
        }
    }

    /** Trust files: any order and spacing, but read again they are the same. */
    public static final class Trusts {
        private Trusts() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Trust trust;
            try {
                trust = Trust.parse(input);
            } catch (IllegalArgumentException _) {
                return; // refused
            }
            if (!Trust.parse(trust.json().canonicalBytes()).equals(trust)) throw new AssertionError("another trust");
        }
    }

    /** What a witness is asked. */
    public static final class Requests {
        private Requests() {}

        public static void fuzzerTestOneInput(byte[] input) {
            readOrRefuse(input, bytes -> bytes(AddCheckpoint.parse(bytes)));
        }
    }

    /** Time stamps. */
    public static final class Tokens {
        private Tokens() {}

        public static void fuzzerTestOneInput(byte[] input) {
            readOrRefuse(input, bytes -> TimeStamp.parse(bytes).der());
        }
    }

    /** Evidence records. */
    public static final class EvidenceRecords {
        private EvidenceRecords() {}

        public static void fuzzerTestOneInput(byte[] input) {
            readOrRefuse(input, bytes -> EvidenceRecord.parse(bytes).der());
        }
    }

    /** Parts of a channel's proof. Everything that is genuine is of another network, with keys of its own. */
    private static final class Channels {
        private static final TestChannel CHANNEL = TestChannel.bft(4, 3);
        private static final FabricProof PROOF = proof();

        private static FabricProof proof() {
            CHANNEL.define("seal");
            CHANNEL.write("seal", "key", new byte[] {1});
            return FabricProof.collect(CHANNEL, List.of(CHANNEL.read("seal", "key")), "key");
        }

        private static void refuse(String part, byte[] bytes) {
            var parts = new LinkedHashMap<>(PROOF.parts());
            parts.put(part, bytes);
            var claim = new Claim(Optional.of(CHANNEL.genesis()), "seal", "key");
            if (FabricVerification.verify(parts, claim).holds()) throw new AssertionError("held");
        }
    }

    /** The block of a seal on a channel. */
    public static final class SealBlocks {
        private SealBlocks() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Channels.refuse("ledger/seal.pb", input);
        }
    }

    /** The first block of a channel. */
    public static final class GenesisBlocks {
        private GenesisBlocks() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Channels.refuse("ledger/configs/0000.pb", input);
        }
    }

    /** Reads that peers have endorsed. */
    public static final class EndorsedReads {
        private EndorsedReads() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Channels.refuse("ledger/reads/0000.pb", input);
        }
    }

    /** Whole packages: always a report, never an exception. */
    public static final class Packages {
        private Packages() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Verification.verify(input, Optional.empty()).json().canonical();
        }
    }
}
