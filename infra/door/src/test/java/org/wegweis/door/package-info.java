/** Tests of the door, over HTTP, on a service small enough to read. */
@NullMarked
package org.wegweis.door;

import org.jspecify.annotations.NullMarked;
