package org.wegweis.projections.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.WasteCode;

/** Columns that several tables of the room have. */
final class Rows {
    private Rows() {}

    static Party site(ResultSet row) throws SQLException {
        return new Party(
                new OrganisationId(row.getObject("organisation", UUID.class)), new SiteNumber(row.getString("site")));
    }

    /** Of a row that may be of something without code. */
    static Optional<WasteCode> waste(ResultSet row) throws SQLException {
        String digits = row.getString("waste_code");
        return digits == null || digits.isEmpty()
                ? Optional.empty()
                : Optional.of(new WasteCode(digits, row.getBoolean("hazardous")));
    }
}
