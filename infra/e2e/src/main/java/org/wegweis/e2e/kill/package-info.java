/**
 * Kills, stops and starves a Wegweis at work, and checks that nothing acknowledged was lost. Door: {@link
 * org.wegweis.e2e.kill.Referee}; {@code infra/e2e/kill} runs it.
 */
@NullMarked
package org.wegweis.e2e.kill;

import org.jspecify.annotations.NullMarked;
