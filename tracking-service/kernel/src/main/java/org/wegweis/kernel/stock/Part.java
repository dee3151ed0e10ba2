package org.wegweis.kernel.stock;

import org.wegweis.kernel.waste.Mass;

/** Some of a lot, or all of it. */
public record Part(LotId lot, Mass mass) {}
