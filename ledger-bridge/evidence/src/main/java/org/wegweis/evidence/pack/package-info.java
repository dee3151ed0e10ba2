/**
 * The evidence package: one ASiC-E file (ETSI EN 319 162-1) that proves a consignment's route. Doors: {@link
 * org.wegweis.evidence.pack.PackageWriter} and {@link org.wegweis.evidence.pack.Container}. Knows: seal, note, log, witness,
 * time, the kernel's records.
 */
@NullMarked
package org.wegweis.evidence.pack;

import org.jspecify.annotations.NullMarked;
