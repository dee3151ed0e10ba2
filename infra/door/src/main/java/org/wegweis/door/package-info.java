/**
 * What every service door shares: who calls, deny first, problem documents, strict JSON. Door: {@link
 * org.wegweis.door.DoorRules}, which each service declares once.
 */
@NullMarked
package org.wegweis.door;

import org.jspecify.annotations.NullMarked;
