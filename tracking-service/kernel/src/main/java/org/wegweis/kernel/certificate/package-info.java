/**
 * Prior approval of a way of disposal: Entsorgungsnachweis and Sammelentsorgungsnachweis (§§3–9 NachwV), and how much of
 * it is used. Doors: {@link org.wegweis.kernel.certificate.Certificate} decides, {@link
 * org.wegweis.kernel.certificate.CertificateJson} writes.
 */
@NullMarked
package org.wegweis.kernel.certificate;

import org.jspecify.annotations.NullMarked;
