package org.wegweis.evidence.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What a channel's config may say of an organisation. */
class OrganisationTest {
    private static final byte[] ROOT = new TestCertifier("TownMSP").pem();
    private static final Written SHA2 = hashes("SHA2", "SHA256");

    private static Written hashes(String family, String signatures) {
        return new Written().bytes(1, family.getBytes(UTF_8)).bytes(2, signatures.getBytes(UTF_8));
    }

    private static Written msp(String name, byte[] root, Written hashes) {
        return new Written().bytes(1, name.getBytes(UTF_8)).bytes(2, root).message(8, hashes);
    }

    private static Organisation read(Written msp) {
        return Organisation.read(new Written().message(2, msp).bytes());
    }

    private static void refused(String why, Written msp) {
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> read(msp)).withMessageContaining(why);
    }

    @Test
    void it_has_a_name_and_a_root() {
        assertThat(read(msp("TownMSP", ROOT, SHA2)).msp()).isEqualTo("TownMSP");
        refused("without name or root", msp("", ROOT, SHA2));
        refused("without name or root", msp("TownMSP", new byte[0], SHA2));
    }

    @Test
    void its_signatures_are_with_sha_2() {
        refused("not with SHA-256", msp("TownMSP", ROOT, hashes("SHA3", "SHA256")));
        refused("not with SHA-256", msp("TownMSP", ROOT, new Written()));
    }

    @Test
    void it_is_known_by_certificates() {
        byte[] idemix = new Written()
                .number(1, 1)
                .message(2, msp("TownMSP", ROOT, SHA2))
                .bytes();
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Organisation.read(idemix))
                .withMessageContaining("without certificates");
    }

    @Test
    void where_certificates_say_who_is_a_peer_the_config_says_how() {
        refused("roles without units", msp("TownMSP", ROOT, SHA2).message(11, new Written().number(1, 1)));
        var peers = new Written().number(1, 1).message(3, new Written().bytes(2, "peer".getBytes(UTF_8)));
        assertThat(read(msp("TownMSP", ROOT, SHA2).message(11, peers)).knowsRoles())
                .isTrue();
        assertThat(read(msp("TownMSP", ROOT, SHA2)).knowsRoles()).isFalse();
    }
}
