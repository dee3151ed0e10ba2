/**
 * Axon's and REST's doors to the kernel's certificate. Door: {@link org.wegweis.tracking.certificate.Certificates}.
 */
@NullMarked
package org.wegweis.tracking.certificate;

import org.jspecify.annotations.NullMarked;
