package org.wegweis.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import org.junit.jupiter.api.Test;

/** What the European Commission's reference library (EU DSS) makes of a package. */
class AsicTest {
    @Test
    void others_find_an_intact_cades_baseline_signature_over_every_part() {
        byte[] file = new GenuinePackage(11).file();
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file, "a.asice"));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        var data = validator.validateDocument().getDiagnosticData();

        assertThat(data.getContainerType()).isEqualTo(ASiCContainerType.ASiC_E);
        assertThat(data.getSignatures()).hasSize(1);
        var signature = data.getSignatures().getFirst();
        assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.CAdES_BASELINE_B);
        assertThat(signature.isSignatureIntact()).isTrue();
        assertThat(signature.isSignatureValid()).isTrue();
        assertThat(signature.isStructuralValidationValid()).isTrue();
        assertThat(signature.isSigningCertificateReferenceUnique()).isTrue();
        assertThat(signature.getDigestMatchers()).allMatch(XmlDigestMatcher::isDataIntact);
        assertThat(signature.getDigestMatchers())
                .filteredOn(matcher -> matcher.getType() == DigestMatcherType.MANIFEST_ENTRY)
                .hasSize(Container.read(file).parts().size() - 2);
    }
}
