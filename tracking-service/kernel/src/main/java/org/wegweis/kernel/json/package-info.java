/**
 * JSON as records need it: a strict reader and the one canonical writer (RFC 8785). Door: {@link
 * org.wegweis.kernel.json.Json}.
 */
@NullMarked
package org.wegweis.kernel.json;

import org.jspecify.annotations.NullMarked;
