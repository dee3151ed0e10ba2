package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.untrusted;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.FabricReport;
import org.wegweis.evidence.fabric.FabricStep;
import org.wegweis.evidence.fabric.FabricVerification;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.kernel.record.Hash;

/** Whether a consortium's contract holds the head of the log. */
final class ChannelCheck {
    /** As many organisations must have endorsed, for otherwise one alone has sealed. */
    private static final int SEVERAL = 2;
    /** A contract of this name is assumed where no trust file says which. */
    private static final String CHAINCODE = "seals";

    private final Contents contents;
    private final Optional<Trust> trust;

    ChannelCheck(Contents contents, Optional<Trust> trust) {
        this.contents = contents;
        this.trust = trust;
    }

    /** Takes the steps of the proof, and the one that says what they come to. */
    void take(Steps steps) {
        Optional<FabricReport> report = judge(steps);
        boolean shown = report.flatMap(FabricReport::sealed).isPresent();
        steps.takeIf(shown, Code.INDEPENDENTLY_SEALED, () -> sealed(report.orElseThrow()));
    }

    /** Gives nothing where it cannot even be said what is to be shown. */
    private Optional<FabricReport> judge(Steps steps) {
        if (trust.isPresent() && !(trust.get().ledger() instanceof Trust.Channel)) {
            steps.take(Code.LEDGER_GENESIS, () -> {
                throw wrong(
                        "nach der Vertrauensdatei siegelt ein lokaler Ledger, kein Konsortium",
                        "by the trust file a local ledger seals, not a consortium");
            });
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, byte[]>();
        contents.container().parts().forEach((name, bytes) -> {
            if (name.startsWith(FabricProof.PARTS) || name.equals(PartName.SEAL)) parts.put(name, bytes);
        });
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(
                    Note.parse(contents.part(PartName.CHECKPOINT)).text());
        } catch (IllegalArgumentException | Finding.Wrong _) {
            return Optional.empty(); // its own step says why
        }
        var claim = Seal.OnChannel.claim(genesis(), chaincode(), checkpoint);
        var report = FabricVerification.verify(parts, claim);
        for (var step : report.steps()) steps.take(code(step), () -> finding(step));
        return Optional.of(report);
    }

    private Optional<Trust.Channel> channel() {
        return trust.map(Trust::ledger).map(Trust.Channel.class::cast);
    }

    private Optional<Hash> genesis() {
        return channel().map(Trust.Channel::genesis);
    }

    private String chaincode() {
        return channel().map(Trust.Channel::chaincode).orElse(CHAINCODE);
    }

    private static Code code(FabricStep step) {
        return Code.valueOf(step.code().name());
    }

    private static Finding finding(FabricStep step) {
        return new Finding(Step.Result.valueOf(step.result().name()), new Sentence(step.german(), step.english()));
    }

    private Finding sealed(FabricReport report) {
        var shown = report.sealed().orElseThrow();
        var note = Seal.OnChannel.note(shown);
        var checkpoint = Note.parse(contents.part(PartName.CHECKPOINT));
        if (!note.text().equals(checkpoint.text())) throw wrong("er siegelt etwas anderes", "it seals something else");
        String channel = Sentence.quoted(shown.channel());
        if (trust.isEmpty()) return untrusted("Kanal " + channel, "channel " + channel);
        if (!channel().orElseThrow().name().equals(shown.channel())) {
            throw wrong(
                    "der Kanal heißt anders als in der Vertrauensdatei", "the channel's name is not the trust file's");
        }
        if (!note.signedBy(trust.get().logKey())) throw wrong("der Schlüssel fehlt", "the key has not signed");
        List<String> organisations = shown.endorsers().stream().distinct().toList();
        String who = Sentence.quoted(String.join(", ", organisations));
        if (organisations.size() < SEVERAL) {
            return Finding.notChecked(
                    "Gesiegelt hat eine Organisation allein: %s.".formatted(who),
                    "One organisation alone has sealed: %s.".formatted(who));
        }
        return holds(
                "Peers von %s haben genau diesen Prüfpunkt gesiegelt: Kanal %s, Block %d."
                        .formatted(who, channel, shown.block()),
                "Peers of %s have sealed this very checkpoint: channel %s, block %d."
                        .formatted(who, channel, shown.block()));
    }
}
