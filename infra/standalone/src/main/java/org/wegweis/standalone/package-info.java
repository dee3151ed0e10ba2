/** All services in one JVM, on one folder. Door: {@link org.wegweis.standalone.Standalone}. Knows: every app. */
@NullMarked
package org.wegweis.standalone;

import org.jspecify.annotations.NullMarked;
