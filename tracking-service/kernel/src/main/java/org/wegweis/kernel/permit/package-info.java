/**
 * The papers by which somebody may carry or take waste: notification (§53 KrWG), permit (§54), Efb certificate (§56) and a
 * plant's permit, and what they cover on a day. Doors: {@link org.wegweis.kernel.permit.Permit} decides, {@link
 * org.wegweis.kernel.permit.PermitJson} writes, {@link org.wegweis.kernel.permit.Permits} answers.
 */
@NullMarked
package org.wegweis.kernel.permit;

import org.jspecify.annotations.NullMarked;
