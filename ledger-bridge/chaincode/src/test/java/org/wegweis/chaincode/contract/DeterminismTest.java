package org.wegweis.chaincode.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Peers that get different bytes endorse nothing: what differs from machine to machine is not within the rules' reach. */
class DeterminismTest {
    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wegweis.chaincode.contract");

    @Test
    void no_clock_no_chance_no_thread_no_file_and_no_collection_without_an_order() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.time..", "java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.((?!Sequenced)\\w*(Map|Set)|.*Random.*|UUID|Date|Calendar|Locale|TimeZone)"
                                + "|java\\.security\\.SecureRandom|java\\.lang\\.(Thread|Runtime|Math)")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(CONTRACT);
    }

    @Test
    void what_writes_cannot_ask_for_a_range() {
        noClasses()
                .that()
                .haveSimpleName("Registry")
                .or()
                .haveSimpleName("Seals")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ReadableState")
                .check(CONTRACT);
    }
}
