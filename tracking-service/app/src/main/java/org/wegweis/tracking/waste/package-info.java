/** Which waste codes are in force. Door: its REST API. Knows: kernel. */
@NullMarked
package org.wegweis.tracking.waste;

import org.jspecify.annotations.NullMarked;
