/**
 * Axon's and REST's doors to the kernel's certificate, and what keeps certificates up to date by itself: clocks and the
 * loads that are drawn from them. Door: {@link org.wegweis.tracking.certificate.Certificates}.
 */
@NullMarked
package org.wegweis.tracking.certificate;

import org.jspecify.annotations.NullMarked;
