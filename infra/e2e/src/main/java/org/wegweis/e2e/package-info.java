/** Wegweis from outside: a client of its public doors, for the demo day and for tests. */
@NullMarked
package org.wegweis.e2e;

import org.jspecify.annotations.NullMarked;
