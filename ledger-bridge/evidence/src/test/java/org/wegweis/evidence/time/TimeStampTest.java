package org.wegweis.evidence.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {
    private static final byte[] DATA = "a checkpoint".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = AuthorityWithPath.NOON;

    private final AuthorityWithPath authority = AuthorityWithPath.usual();

    @Test
    void a_token_that_arrives_is_brought_into_its_normal_form_and_stays_what_it_was() throws Exception {
        byte[] sent = authority.token(DATA);
        assertThatThrownBy(() -> TimeStamp.parse(sent)).hasMessageContaining("normal form");
        var token = TimeStamp.normalized(sent, List.of(authority.root()));
        assertThat(token.genTime()).isEqualTo(NOON);
        assertThat(token.covers(DATA)).isTrue();
        assertThat(token.covers("another".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(token.signer()).isEqualTo(authority.own());
        assertThat(TimeStamp.parse(token.der()).der()).isEqualTo(token.der());
        // its own and the one between; the root is known
        assertThat(new CMSSignedData(token.der()).getCertificates().getMatches(null))
                .hasSize(2);
    }

    @Test
    void a_known_authority_needs_no_path() throws Exception {
        byte[] sent = authority.token(DATA);
        var token = TimeStamp.normalized(sent, List.of(authority.own()));
        assertThat(new CMSSignedData(token.der()).getCertificates().getMatches(null))
                .hasSize(1);
        assertThat(token.goodUntil(List.of(authority.own()), Algorithms.KNOWN))
                .isEqualTo(NOON.plus(Duration.ofDays(1000)));
    }

    @Test
    void every_flipped_bit_of_a_token_is_noticed() throws Exception {
        byte[] sent = authority.token(DATA);
        var anchors = List.of(authority.root());
        byte[] der = TimeStamp.normalized(sent, anchors).der();
        for (int i = 0; i < der.length; i++) {
            byte[] bent = der.clone();
            bent[i] ^= (byte) (1 << (i % 8));
            assertThat(accepts(bent, anchors)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void no_cut_off_or_lengthened_token_is_taken() throws Exception {
        byte[] sent = authority.token(DATA);
        var anchors = List.of(authority.root());
        byte[] der = TimeStamp.normalized(sent, anchors).der();
        for (int length = 0; length < der.length; length += 7) {
            assertThat(accepts(java.util.Arrays.copyOf(der, length), anchors)).isFalse();
        }
        assertThat(accepts(java.util.Arrays.copyOf(der, der.length + 1), anchors))
                .isFalse();
    }

    @Test
    void unsigned_attributes_are_not_taken_along() throws Exception {
        var sent = new CMSSignedData(authority.token(DATA));
        var extra = new ASN1EncodableVector();
        extra.add(new Attribute(
                PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, new DERSet(new DERUTF8String("hello"))));
        var signer = SignerInformation.replaceUnsignedAttributes(
                sent.getSignerInfos().getSigners().iterator().next(), new AttributeTable(extra));
        byte[] more = CMSSignedData.replaceSigners(sent, new SignerInformationStore(signer))
                .getEncoded();
        var anchors = List.of(authority.own());
        assertThat(TimeStamp.normalized(more, anchors).der())
                .isEqualTo(TimeStamp.normalized(sent.getEncoded(), anchors).der());
        assertThatThrownBy(() -> TimeStamp.parse(more)).hasMessageContaining("normal form");
    }

    @Test
    void certificates_that_lead_nowhere_are_not_taken_along() throws Exception {
        var stranger = AuthorityWithPath.usual();
        stranger.token(DATA);
        authority.more = List.of(stranger.own());
        byte[] sent = authority.token(DATA);
        var token = TimeStamp.normalized(sent, List.of(authority.root()));
        assertThat(new CMSSignedData(token.der()).getCertificates().getMatches(null))
                .hasSize(2);
    }

    @Test
    void a_token_with_a_path_that_the_verifier_does_not_need_is_not_trusted() throws Exception {
        byte[] sent = authority.token(DATA);
        var token = TimeStamp.normalized(sent, List.of(authority.root()));
        assertThatThrownBy(() -> token.goodUntil(List.of(authority.own()), Algorithms.KNOWN))
                .isInstanceOf(TimeStamp.Untrusted.class);
    }

    @Test
    void an_authority_that_is_not_known_is_not_trusted() throws Exception {
        byte[] sent = authority.token(DATA);
        var stranger = AuthorityWithPath.usual();
        stranger.token(DATA);
        assertThatThrownBy(() -> TimeStamp.normalized(sent, List.of(stranger.root())))
                .hasMessageContaining("not known");
        var token = TimeStamp.normalized(sent, List.of(authority.root()));
        assertThatThrownBy(() -> token.goodUntil(List.of(stranger.root()), Algorithms.KNOWN))
                .isInstanceOf(TimeStamp.Untrusted.class);
        assertThatThrownBy(() -> token.goodUntil(List.of(), Algorithms.KNOWN)).isInstanceOf(TimeStamp.Untrusted.class);
    }

    @Test
    void a_certificate_that_may_not_certify_leads_nowhere() throws Exception {
        authority.intermediateMayCertify = false;
        byte[] sent = authority.token(DATA);
        var token = TimeStamp.normalized(sent, List.of(authority.root()));
        assertThatThrownBy(() -> token.goodUntil(List.of(authority.root()), Algorithms.KNOWN))
                .isInstanceOf(TimeStamp.Untrusted.class);
    }

    @Test
    void a_certificate_for_other_purposes_makes_no_time_stamps() {
        // BouncyCastle itself does not make such a token; where it does not, nothing is left to refuse
        authority.critical = false;
        assertThatThrownBy(() -> TimeStamp.normalized(authority.token(DATA), List.of(authority.root())));
        var other = AuthorityWithPath.usual();
        other.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning};
        assertThatThrownBy(() -> TimeStamp.normalized(other.token(DATA), List.of(other.root())));
    }

    @Test
    void it_is_good_as_long_as_certificates_are_valid_and_algorithms_strong() throws Exception {
        byte[] sent = authority.token(DATA);
        var anchors = List.of(authority.root());
        var token = TimeStamp.normalized(sent, anchors);
        assertThat(token.goodUntil(anchors, Algorithms.KNOWN)).isEqualTo(NOON.plus(Duration.ofDays(1000)));
        for (String name : List.of("SHA-256", "ECDSA-256")) {
            var soon = Algorithms.KNOWN.declaredWeak(name, NOON.plusSeconds(60));
            assertThat(token.goodUntil(anchors, soon)).isEqualTo(NOON.plusSeconds(60));
            var before = Algorithms.KNOWN.declaredWeak(name, NOON.minusSeconds(60));
            assertThatThrownBy(() -> token.goodUntil(anchors, before)).isInstanceOf(TimeStamp.Untrusted.class);
        }
    }

    @Test
    void a_token_made_after_the_certificate_expired_is_refused() throws Exception {
        authority.validFor = Duration.ofHours(-1);
        byte[] sent = authority.token(DATA);
        assertThatThrownBy(() -> TimeStamp.normalized(sent, List.of(authority.root())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA512withRSA", "SHA256withRSAandMGF1", "SHA384withRSAandMGF1"})
    void authorities_with_rsa_keys_are_understood(String signature) throws Exception {
        var rsa = AuthorityWithPath.rsa(signature);
        byte[] sent = rsa.token(DATA);
        var anchors = List.of(rsa.root());
        byte[] der = TimeStamp.normalized(sent, anchors).der();
        assertThatCode(() -> TimeStamp.parse(der).goodUntil(anchors, Algorithms.KNOWN))
                .doesNotThrowAnyException();
        for (int i = 0; i < der.length; i += 3) {
            byte[] bent = der.clone();
            bent[i] ^= (byte) (1 << (i % 8));
            assertThat(accepts(bent, anchors)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void a_table_names_what_it_knows_and_nothing_else_is_strong() {
        assertThat(Algorithms.KNOWN.names()).contains("SHA-256").doesNotContain("SHA-1");
        assertThatThrownBy(() -> Algorithms.KNOWN.declaredWeak("SHA-1", NOON)).hasMessageContaining("SHA-256");
        var twice = Algorithms.KNOWN.declaredWeak("SHA-256", NOON).declaredWeak("SHA-256", NOON.plusSeconds(1));
        assertThat(twice.strongUntil(HashAlgorithm.SHA_256)).isEqualTo(NOON);
    }

    private static boolean accepts(byte[] der, List<java.security.cert.X509Certificate> anchors) {
        try {
            TimeStamp.parse(der).goodUntil(anchors, Algorithms.KNOWN);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
