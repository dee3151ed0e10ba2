package org.wegweis.evidence.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.Unreadable;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.verification.Step.Code;

/** Judges a package by nothing but its bytes and a trust file. Hostile bytes get a report, never an exception. */
public final class Verification {
    private Verification() {}

    /** As of when it was made: whether its time stamps have grown old since is not asked. */
    public static Report verify(byte[] file, Optional<Trust> trust) {
        return verify(file, trust, Instant.MIN);
    }

    /** @param now at which its time stamps must still count */
    public static Report verify(byte[] file, Optional<Trust> trust, Instant now) {
        Container container;
        try {
            container = Container.read(file);
        } catch (Unreadable e) {
            return Report.unreadable(Code.CONTAINER_READABLE, unreadable(e), trust);
        }
        return new Report(steps(new Contents(container), trust, now), trust);
    }

    private static List<Step> steps(Contents contents, Optional<Trust> trust, Instant now) {
        var parts = contents.container().parts();
        var steps = new Steps();
        steps.take(
                Code.CONTAINER_READABLE, () -> Finding.holds("Der Behälter ist lesbar.", "The container can be read."));
        var whole = new ContainerCheck(contents);
        steps.take(Code.PARTS_COMPLETE, whole::complete);
        steps.take(Code.CONTAINER_SIGNATURE, whole::sealed);
        steps.takeIf(steps.held(Code.CONTAINER_SIGNATURE), Code.SEAL_CERTIFICATE, () -> whole.trusted(trust));
        steps.take(Code.EVIDENCE_RECORD, () -> EvidenceRecordCheck.covered(parts, trust, Algorithms.KNOWN, now));
        var records = new RecordCheck(contents);
        steps.take(Code.RECORDS_CANONICAL, records::canonical);
        boolean readable = steps.held(Code.RECORDS_CANONICAL);
        steps.takeIf(readable, Code.RECORDS_CHAINED, records::chained);
        steps.takeIf(readable, Code.DISCLOSURES_MATCH, records::disclosed);
        var statements = new StatementCheck(contents, records.records());
        steps.takeIf(readable, Code.STATEMENTS_COMMITTED, statements::committed);
        boolean committed = steps.held(Code.STATEMENTS_COMMITTED);
        steps.takeIf(committed, Code.STATEMENTS_SIGNED, statements::signed);
        steps.takeIf(committed, Code.STATEMENTS_AGREE, statements::agreed);
        steps.takeIf(committed, Code.DEVICES_ENROLLED, statements::enrolled);
        steps.takeIf(readable, Code.RECORDS_IN_LOG, records::logged);
        steps.take(Code.CHECKPOINT_SIGNED, () -> HeadCheck.signed(contents, trust));
        steps.take(Code.WITNESSES_COSIGNED, () -> WitnessCheck.cosigned(contents, trust));
        steps.take(Code.TIME_STAMPED, () -> TimeStampCheck.stamped(parts, trust, Algorithms.KNOWN, now));
        if (contents.count(FabricProof.PARTS) > 0) {
            new ChannelCheck(contents, trust).take(steps);
        } else {
            steps.take(Code.LEDGER_SEALED, () -> HeadCheck.sealed(contents, trust));
            steps.take(
                    Code.INDEPENDENTLY_SEALED,
                    () -> Finding.notChecked(
                            "Keine unabhängige Stelle hat diesen Prüfpunkt gesiegelt.",
                            "No independent party has sealed this."));
        }
        return steps.taken();
    }

    private static Sentence unreadable(Unreadable e) {
        String part = Sentence.quoted(e.part());
        String where = part.isEmpty() ? "" : " (" + part + ")";
        return switch (e.reason()) {
            case OTHER_ZIP ->
                new Sentence(
                        "Die Datei ist ein Zip, aber nicht so gepackt wie jedes Beweispaket: umgepackt oder verändert%s."
                                .formatted(where),
                        "The file is a zip, but not packed as every evidence package is: packed anew or changed%s."
                                .formatted(where));
            case NOT_A_ZIP ->
                new Sentence(
                        "Die Datei ist kein unbeschädigtes Zip%s.".formatted(where),
                        "The file is not an intact zip%s.".formatted(where));
            case NOT_ASIC_E ->
                new Sentence(
                        "Die Datei ist kein ASiC-E-Behälter: sie beginnt nicht mit dem Teil mimetype.",
                        "The file is not an ASiC-E container: it does not begin with the part mimetype.");
            case TOO_LARGE ->
                part.isEmpty()
                        ? new Sentence(
                                "Die Datei ist größer als jedes Beweispaket.",
                                "The file is larger than any evidence package.")
                        : new Sentence(
                                "Ausgepackt ist der Teil %s größer, als ein Beweispaket sein darf.".formatted(part),
                                "Unpacked, the part %s is larger than an evidence package may be.".formatted(part));
            case UNSAFE_NAME ->
                new Sentence(
                        "Ein Teil hat einen unzulässigen Namen%s.".formatted(where),
                        "A part has a name that is not allowed%s.".formatted(where));
            case DUPLICATE_NAME ->
                new Sentence(
                        "Zwei Teile haben denselben Namen%s.".formatted(where),
                        "Two parts have the same name%s.".formatted(where));
            case NO_MANIFEST ->
                new Sentence(
                        "Das Inhaltsverzeichnis fehlt (manifest.json).",
                        "The list of contents is missing (manifest.json).");
        };
    }
}
