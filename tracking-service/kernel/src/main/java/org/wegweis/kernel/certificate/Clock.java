package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import org.wegweis.kernel.law.Deadline;

/**
 * A period that is running.
 *
 * @param lastDay the last day on which it is kept, or on which the certificate is valid
 */
public record Clock(Deadline deadline, LocalDate lastDay) {}
