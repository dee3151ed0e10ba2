package org.wegweis.kernel.party;

/** An organisation at one of its sites. */
public record Party(OrganisationId organisation, SiteNumber site) {}
