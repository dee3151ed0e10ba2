/** Devices, signed statements, the tour. */
@NullMarked
package org.wegweis.mobile;

import org.jspecify.annotations.NullMarked;
