package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.untrusted;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.pack.ContainerSignature;
import org.wegweis.evidence.pack.Manifest;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.kernel.record.Hash;

/** Whether the package is whole, and who has sealed it. */
final class ContainerCheck {
    /** What the manifest cannot list, for it is made over it. */
    private static final List<String> AFTER = List.of(
            "META-INF/ASiCManifest.xml", "META-INF/signature.p7s", ArchivedParts.MANIFEST, ArchivedParts.RECORD);

    private final Contents contents;
    private Optional<byte[]> certificate = Optional.empty();

    ContainerCheck(Contents contents) {
        this.contents = contents;
    }

    Finding complete() {
        var damaged = contents.container().damaged();
        if (!damaged.isEmpty()) throw wrong("Prüfsumme falsch: " + damaged, "wrong checksum: " + damaged);
        var listed = Manifest.parse(contents.part("manifest.json")).parts();
        listed.forEach((name, digest) -> {
            if (!PartName.isKnown(name)) throw wrong("unbekannter Teil: " + name, "unknown part: " + name);
            if (!Hash.sha256(contents.part(name)).equals(digest)) throw wrong("verändert: " + name, "changed: " + name);
        });
        var inside = contents.container().parts().keySet();
        var expected = new LinkedHashSet<String>();
        expected.add("manifest.json");
        expected.addAll(listed.keySet());
        AFTER.stream().filter(inside::contains).forEach(expected::add);
        for (String name : inside) {
            if (!expected.contains(name)) throw wrong("nicht verzeichnet: " + name, "not listed: " + name);
        }
        if (!List.copyOf(inside).equals(List.copyOf(expected))) throw wrong("andere Reihenfolge", "another order");
        return holds(
                "Alle %d verzeichneten Teile sind da und unverändert, sonst ist nichts darin.".formatted(listed.size()),
                "All %d listed parts are there and unchanged, and nothing else is inside.".formatted(listed.size()));
    }

    Finding sealed() {
        certificate = ContainerSignature.signer(contents.container());
        if (certificate.isEmpty()) throw wrong("es deckt den Inhalt nicht", "it does not cover the contents");
        return holds("Das Siegel des Betreibers deckt jeden Teil.", "The operator's seal covers every part.");
    }

    Finding trusted(Optional<Trust> trust) {
        byte[] known = certificate.orElseThrow();
        String print = Hash.sha256(known).hex();
        if (trust.isEmpty()) return untrusted("Siegelzertifikat " + print, "seal certificate " + print);
        if (!trust.get().trusts(known)) {
            throw wrong("es steht nicht in der Vertrauensdatei: " + print, "not in the trust file: " + print);
        }
        return holds("Dem Siegelzertifikat wird vertraut.", "The seal certificate is trusted.");
    }
}
