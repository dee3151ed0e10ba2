/**
 * Others who watch a log and cosign its heads (C2SP tlog-witness, tlog-policy). Doors:
 * {@link org.wegweis.evidence.witness.WitnessRules} for being a witness and
 * {@link org.wegweis.evidence.witness.WitnessPolicy} for asking some. Knows: note, log.
 */
@NullMarked
package org.wegweis.evidence.witness;

import org.jspecify.annotations.NullMarked;
