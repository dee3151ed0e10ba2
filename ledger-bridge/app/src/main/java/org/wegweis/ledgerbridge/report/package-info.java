/**
 * The readable report of a package, for people who judge: PDF/A, German first. Nothing is proved by it. Door: {@link
 * org.wegweis.ledgerbridge.report.ReadableReport}.
 */
@NullMarked
package org.wegweis.ledgerbridge.report;

import org.jspecify.annotations.NullMarked;
