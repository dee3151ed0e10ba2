/** Hostile bytes against each parser: Jazzer looks for those that provoke anything but a refusal. */
@NullMarked
package org.wegweis.evidence.fuzz;

import org.jspecify.annotations.NullMarked;
