/**
 * The registers that the parties of disposal keep (§§23–25 NachwV), and the transfer notes. Doors: {@code GET /api/register},
 * {@code GET /api/transfer-notes/{id}}. Knows: feed, access, neighbour.
 */
@NullMarked
package org.wegweis.projections.register;

import org.jspecify.annotations.NullMarked;
