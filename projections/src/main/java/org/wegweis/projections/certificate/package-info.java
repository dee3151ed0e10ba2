/**
 * Certificates as they stand, with their clocks and balances. Doors: {@link
 * org.wegweis.projections.certificate.CertificateController}; {@link
 * org.wegweis.projections.certificate.OfItsCertificate} finds what is over on a consignment.
 */
@NullMarked
package org.wegweis.projections.certificate;

import org.jspecify.annotations.NullMarked;
