package org.wegweis.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom (DESIGN §3), over every module that the standalone starts, and the contract. */
class ModuleMapTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wegweis");
    /** Each service's root package. */
    private static final Set<String> SERVICES = Set.of(
            "org.wegweis.tracking..",
            "org.wegweis.projections..",
            "org.wegweis.ledgerbridge..",
            "org.wegweis.mobile..",
            "org.wegweis.identity..");

    @Test
    void the_kernel_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("org.wegweis.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.wegweis.kernel..")
                .check(ALL);
    }

    @Test
    void the_kernel_the_evidence_and_the_contract_read_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.wegweis.kernel..", "org.wegweis.evidence..", "org.wegweis.chaincode..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ALL);
    }

    @Test
    void the_kernel_draws_no_random_number() {
        noClasses()
                .that()
                .resideInAPackage("org.wegweis.kernel..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(ALL);
    }

    @Test
    void the_kernel_touches_no_file_and_no_network() {
        noClasses()
                .that()
                .resideInAPackage("org.wegweis.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                .check(ALL);
    }

    @Test
    void the_log_knows_no_waste() {
        classes()
                .that()
                .resideInAPackage("org.wegweis.evidence.log..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.wegweis.evidence.log..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void evidence_and_its_verifier_need_no_framework_and_no_network() {
        noClasses()
                .that()
                .resideInAnyPackage("org.wegweis.evidence..", "org.wegweis.verifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "org.apache.kafka..",
                        "java.net..",
                        "java.sql..",
                        "javax.sql..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void a_seal_s_proof_is_judged_without_fabric_s_libraries() {
        classes()
                .that()
                .resideInAPackage("org.wegweis.evidence.fabric..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.security.auth.x500..",
                        "org.jspecify..",
                        "org.bouncycastle.asn1..",
                        "org.conscrypt..",
                        "org.wegweis.kernel.record..",
                        "org.wegweis.evidence.fabric..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void only_tracking_service_knows_axon() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wegweis.tracking..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ALL);
    }

    @Test
    void the_contract_s_rules_know_log_note_seal_and_json_and_its_edge_alone_knows_fabric() {
        classes()
                .that()
                .resideInAPackage("org.wegweis.chaincode.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.wegweis.chaincode.contract..",
                        "org.wegweis.evidence.log..",
                        "org.wegweis.evidence.note..",
                        "org.wegweis.evidence.seal..",
                        "org.wegweis.kernel.json..")
                .check(ALL);
    }

    @Test
    void nobody_knows_the_contract() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wegweis.chaincode..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wegweis.chaincode..")
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("services")
    void services_never_know_each_other(String service) {
        noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream()
                        .filter(other -> !other.equals(service))
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(ALL);
    }

    static Stream<String> services() {
        return SERVICES.stream();
    }

    @Test
    void what_all_services_share_knows_none_of_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.wegweis.kernel..",
                        "org.wegweis.door..",
                        "org.wegweis.evidence..",
                        "org.wegweis.chaincode..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.toArray(String[]::new))
                .check(ALL);
    }
}
