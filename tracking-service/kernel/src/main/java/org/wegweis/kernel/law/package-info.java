/**
 * The law as tables: which rules there are and in which paragraph, which periods run and how long. Doors: {@link
 * org.wegweis.kernel.law.Rule}, {@link org.wegweis.kernel.law.Deadline}, {@link org.wegweis.kernel.law.MassLimit}.
 */
@NullMarked
package org.wegweis.kernel.law;

import org.jspecify.annotations.NullMarked;
