/**
 * What of a package holds, step by step, and on whose word. Door: {@link
 * org.wegweis.evidence.verification.Verification}. Knows: pack, seal, note, log, time, longterm, the
 * kernel's records. Reads no clock, no network, no file.
 */
@NullMarked
package org.wegweis.evidence.verification;

import org.jspecify.annotations.NullMarked;
