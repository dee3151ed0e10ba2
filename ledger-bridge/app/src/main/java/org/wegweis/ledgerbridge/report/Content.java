package org.wegweis.ledgerbridge.report;

import java.util.Optional;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.verification.Report;
import org.wegweis.ledgerbridge.gathering.Directory;
import org.wegweis.ledgerbridge.gathering.Lineage;
import org.wegweis.ledgerbridge.gathering.Subject;

/**
 * What a report tells.
 *
 * @param about as the caller has named it
 * @param lineage of a consignment
 * @param verified what the verification found in this very package
 */
public record Content(
        Subject about, Evidence evidence, Optional<Lineage> lineage, Directory directory, Report verified) {}
