package org.wegweis.mobile.statement;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;

/** From what a phone signed, and for whom it speaks, to what tracking-service takes. A field left out fails the build. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface StatementMapper {

    @Mapping(target = "organisation", source = "organisation")
    @Mapping(target = "role", source = "role")
    ForwardedStatement forwarded(SignedStatement statement, OrganisationId organisation, Role role);

    default String text(StatementId id) {
        return id.toString();
    }

    default String text(ConsignmentId id) {
        return id.toString();
    }

    default String text(OrganisationId id) {
        return id.toString();
    }

    default String text(Hash hash) {
        return hash.toString();
    }

    default String text(Role role) {
        return role.text();
    }
}
