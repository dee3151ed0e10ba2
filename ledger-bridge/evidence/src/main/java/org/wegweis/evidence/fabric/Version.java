package org.wegweis.evidence.fabric;

/** Which transaction has written a key last: {@code kvrwset.Version}. */
record Version(long block, long transaction) {}
