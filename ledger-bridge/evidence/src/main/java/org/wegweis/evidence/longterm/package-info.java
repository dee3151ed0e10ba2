/**
 * Evidence records (RFC 4998): that a package was there long ago, shown again before what showed it grows old. Doors: {@link
 * org.wegweis.evidence.longterm.EvidenceRecord} reads and judges one, {@link org.wegweis.evidence.longterm.Renewal} makes and
 * renews many with one time stamp. Knows: time, and of pack the list of parts. Works on bytes; reads no clock, no network, no
 * file.
 */
@NullMarked
package org.wegweis.evidence.longterm;

import org.jspecify.annotations.NullMarked;
