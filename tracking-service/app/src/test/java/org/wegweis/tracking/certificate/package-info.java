@NullMarked
package org.wegweis.tracking.certificate;

import org.jspecify.annotations.NullMarked;
