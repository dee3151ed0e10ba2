/**
 * Time stamps (RFC 3161, RFC 5816): who says when something was there already. Doors: {@link
 * org.wegweis.evidence.time.TimeStamp} reads a token strictly, {@link org.wegweis.evidence.time.TimeStampAuthority} is asked
 * for one. Knows: nothing of Wegweis. Reads no clock, no network, no file; the test authority is handed its clock.
 */
@NullMarked
package org.wegweis.evidence.time;

import org.jspecify.annotations.NullMarked;
