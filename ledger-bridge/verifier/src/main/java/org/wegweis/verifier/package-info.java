/** The offline verifier: a command line over evidence. Door: {@link org.wegweis.verifier.Verifier}. */
@NullMarked
package org.wegweis.verifier;

import org.jspecify.annotations.NullMarked;
