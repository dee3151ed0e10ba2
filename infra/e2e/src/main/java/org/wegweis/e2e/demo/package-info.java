/** A working day in German, played through the public doors. Door: {@link org.wegweis.e2e.demo.DemoDay}. */
@NullMarked
package org.wegweis.e2e.demo;

import org.jspecify.annotations.NullMarked;
