package org.wegweis.evidence.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;

class TestAuthorityTest extends TimeStampAuthorityContract {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final TestAuthority authority = TestAuthority.generate(Duration.ofDays(3650), clock, new SecureRandom());

    @Override
    protected TimeStampAuthority authority() {
        return authority;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Test
    void it_says_in_its_certificate_and_everywhere_that_it_is_not_independent() {
        assertThat(authority.independent()).isFalse();
        assertThat(authority.name()).contains("nicht unabhaengig", "not independent");
        assertThat(authority.certificate().getSubjectX500Principal().getName()).contains(authority.name());
    }

    @Test
    void it_stays_the_same_when_its_key_was_kept() {
        var kept = TestAuthority.of(
                authority.privateKey(), Certificates.encoded(authority.certificate()), clock, new SecureRandom());
        var token = ((Answer.Stamped) kept.stamp(imprint())).timeStamp();
        assertThat(token.goodUntil(authority.anchors(), Algorithms.KNOWN)).isAfter(clock.instant());
    }

    @Test
    void after_its_certificate_has_expired_it_stamps_no_more() {
        clock.years(11);
        assertThat(authority.stamp(imprint())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_query_is_answered_with_its_nonce_and_the_certificate_that_it_asks_for() throws Exception {
        var queries = new TimeStampRequestGenerator();
        queries.setCertReq(true);
        var query = queries.generate(
                HashAlgorithm.SHA_512.identifier(),
                imprint(HashAlgorithm.SHA_512).value(),
                BigInteger.TEN);
        var answer = new TimeStampResponse(authority.answer(query.getEncoded()));
        answer.validate(query);
        assertThat(answer.getStatus()).isEqualTo(PKIStatus.GRANTED);
        assertThat(answer.getTimeStampToken().getCertificates().getMatches(null))
                .hasSize(1);

        queries.setCertReq(false);
        var without =
                queries.generate(HashAlgorithm.SHA_256.identifier(), imprint().value());
        answer = new TimeStampResponse(authority.answer(without.getEncoded()));
        answer.validate(without);
        assertThat(answer.getTimeStampToken().getCertificates().getMatches(null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "MAA=", "MAMCAQE=", "aGVsbG8=", "MIAwgDCAMIAwgDCA"})
    void what_is_no_query_is_a_wrong_format(String base64) throws Exception {
        assertFails(Base64.getDecoder().decode(base64), PKIFailureInfo.badDataFormat);
    }

    @Test
    void no_byte_of_a_query_may_provoke_an_exception() throws Exception {
        var queries = new TimeStampRequestGenerator();
        queries.setCertReq(true);
        byte[] query = queries.generate(
                        HashAlgorithm.SHA_256.identifier(), imprint().value(), BigInteger.TEN)
                .getEncoded();
        for (int i = 0; i < query.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bent = query.clone();
                bent[i] ^= (byte) (1 << bit);
                assertThat(new TimeStampResponse(authority.answer(bent)).getStatus())
                        .isIn(PKIStatus.GRANTED, PKIStatus.REJECTION);
            }
        }
    }

    @Test
    void another_hash_function_policy_or_extension_is_refused_by_its_name() throws Exception {
        var queries = new TimeStampRequestGenerator();
        var sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
        assertFails(queries.generate(sha1, new byte[20]).getEncoded(), PKIFailureInfo.badAlg);
        assertFails(
                queries.generate(HashAlgorithm.SHA_256.identifier(), new byte[20])
                        .getEncoded(),
                PKIFailureInfo.badDataFormat);
        queries.addExtension(new ASN1ObjectIdentifier("1.2.3"), false, new byte[0]);
        assertFails(
                queries.generate(HashAlgorithm.SHA_256.identifier(), imprint().value())
                        .getEncoded(),
                PKIFailureInfo.unacceptedExtension);
        var others = new TimeStampRequestGenerator();
        others.setReqPolicy(new ASN1ObjectIdentifier("1.2.3"));
        assertFails(
                others.generate(HashAlgorithm.SHA_256.identifier(), imprint().value())
                        .getEncoded(),
                PKIFailureInfo.unacceptedPolicy);
    }

    @ParameterizedTest
    @CsvSource({"SHA_256", "SHA_384", "SHA_512"})
    void openssl_finds_its_tokens_good(HashAlgorithm hash, @TempDir Path folder) throws Exception {
        assumeTrue(hasOpenssl(), "openssl is not installed: no second opinion on time stamps");
        Files.write(folder.resolve("data"), "something".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("tsa.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(Certificates.encoded(authority.certificate()))
                        + "\n-----END CERTIFICATE-----\n");
        var token = ((Answer.Stamped) authority.stamp(imprint(hash))).timeStamp();
        Files.write(folder.resolve("token"), token.der());
        String at = Long.toString(clock.instant().getEpochSecond());
        assertThat(openssl(folder, "ts -verify -in token -token_in -data data -CAfile tsa.pem -attime " + at))
                .contains("Verification: OK");
        Files.writeString(folder.resolve("data"), "something else");
        assertThat(openssl(folder, "ts -verify -in token -token_in -data data -CAfile tsa.pem -attime " + at))
                .contains("Verification: FAILED");
    }

    @Test
    void a_query_that_openssl_makes_gets_an_answer_that_openssl_takes(@TempDir Path folder) throws Exception {
        assumeTrue(hasOpenssl(), "openssl is not installed: no second opinion on time stamps");
        Files.writeString(folder.resolve("data"), "something");
        Files.writeString(
                folder.resolve("tsa.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(Certificates.encoded(authority.certificate()))
                        + "\n-----END CERTIFICATE-----\n");
        openssl(folder, "ts -query -data data -sha256 -cert -out query");
        Files.write(folder.resolve("answer"), authority.answer(Files.readAllBytes(folder.resolve("query"))));
        String at = Long.toString(clock.instant().getEpochSecond());
        assertThat(openssl(folder, "ts -verify -in answer -queryfile query -CAfile tsa.pem -attime " + at))
                .contains("Verification: OK");
    }

    private void assertFails(byte[] query, int failure) throws Exception {
        var answer = new TimeStampResponse(authority.answer(query));
        assertThat(answer.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(answer.getFailInfo().intValue()).isEqualTo(failure);
        assertThat(answer.getTimeStampToken()).isNull();
    }

    private static Imprint imprint() {
        return imprint(HashAlgorithm.SHA_256);
    }

    private static Imprint imprint(HashAlgorithm hash) {
        return Imprint.of(hash, "something".getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasOpenssl() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String openssl(Path folder, String words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ")));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
