package org.wegweis.tracking.permit;

import java.util.Map;
import java.util.Set;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.permit.State;

/**
 * The papers that organisations have filed, kept in memory. What it says may be a second or so old, and right after a start
 * it knows nothing for a moment: good enough for what only ever warns where nothing is on file.
 */
public interface PapersOnFile {

    /** One organisation's papers. */
    Map<PermitId, State.OnFile> of(OrganisationId organisation);

    /** What the papers of all of them say. */
    default Permits of(Set<OrganisationId> organisations) {
        return new Permits(organisations.stream()
                .flatMap(organisation -> of(organisation).values().stream())
                .toList());
    }
}
