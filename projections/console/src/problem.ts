/** A problem document (RFC 9457), with `field` as JSON pointer to what was wrong. */
export type Problem = { status: number; type?: string; title?: string; detail?: string; field?: string };

/** The name of the input that a problem points at: `/wasteCode` is `wasteCode`. */
export function fieldOf(problem: Problem): string | undefined {
  return problem.field?.replace(/^#?\//, "");
}

export function readProblem(status: number, document: unknown): Problem {
  const problem: Problem = { status };
  if (typeof document !== "object" || document === null) return problem;
  for (const name of ["type", "title", "detail", "field"] as const) {
    const value = (document as Record<string, unknown>)[name];
    if (typeof value === "string" && value !== "") problem[name] = value;
  }
  return problem;
}
