/** Signed statements from phones: checked, mapped, forwarded. Door: {@link org.wegweis.mobile.statement.StatementController}. */
@NullMarked
package org.wegweis.mobile.statement;

import org.jspecify.annotations.NullMarked;
