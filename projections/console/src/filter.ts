/** What a list is narrowed by: named texts, each a parameter of the address and of the API. A missing one means: any. */
export type Filter<F extends string> = { readonly [N in F]?: string };

export function readFilter<F extends string>(fields: readonly F[], query: string): Filter<F> {
  const parameters = new URLSearchParams(query);
  const texts = fields.flatMap((field) => {
    const text = parameters.get(field)?.trim() ?? "";
    return text === "" ? [] : [[field, text] as const];
  });
  return Object.fromEntries(texts) as Filter<F>;
}

/** The query without `?`, in the order of the fields, so that one filter has one address. */
export function writeFilter<F extends string>(fields: readonly F[], filter: Filter<F>): string {
  const parameters = new URLSearchParams();
  for (const field of fields) {
    const text = filter[field]?.trim() ?? "";
    if (text !== "") parameters.set(field, text);
  }
  return parameters.toString();
}

/** An address of the console or of the API with what narrows it. */
export function withFilter<F extends string>(path: string, fields: readonly F[], filter: Filter<F>): string {
  const query = writeFilter(fields, filter);
  return query === "" ? path : `${path}?${query}`;
}

/** Whether a period ends before it begins. */
export function backwards(filter: { readonly from?: string; readonly to?: string }): boolean {
  return filter.from !== undefined && filter.to !== undefined && filter.from > filter.to;
}
