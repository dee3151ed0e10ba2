/** Who states what when; every command and every event of every subject carries one. Door: {@link org.wegweis.kernel.statement.Statement}. */
@NullMarked
package org.wegweis.kernel.statement;

import org.jspecify.annotations.NullMarked;
