import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Pages } from "./pages";
import { Alert, Fact, Failure } from "./parts";
import { useNarrow } from "./use";
import type { Words } from "./words";

/** One column of a table, and one line of a card where there is no room for a table. The first column names the row. */
export type Column<T> = { name: string; cell: (item: T) => ComponentChildren; numeric?: boolean; nowrap?: boolean };

/** Items in their order: a table, or cards where it is narrow. */
export function Items<T>({ items, columns, name, keyOf }: { items: T[]; columns: Column<T>[]; name: string; keyOf: (item: T) => string }) {
  const [first, ...others] = columns;
  if (useNarrow())
    return (
      <ul class="weg-cards">
        {items.map((item) => (
          <li key={keyOf(item)} class="kern-card kern-card--hug">
            <div class="kern-card__container">
              <div class="kern-card__header">
                <h3 class="kern-title">{first?.cell(item)}</h3>
              </div>
              <dl class="kern-description-list">
                {others.map((column) => (
                  <Fact key={column.name} name={column.name}>
                    {column.cell(item)}
                  </Fact>
                ))}
              </dl>
            </div>
          </li>
        ))}
      </ul>
    );
  return (
    <div class="kern-table-responsive" role="group" aria-label={name} tabIndex={0}>
      <table class="kern-table kern-table--small kern-table--striped weg-hits">
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            {columns.map((column) => (
              <th key={column.name} scope="col" class={`kern-table__header${column.numeric ? " kern-table__header--numeric" : ""}`}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {items.map((item) => (
            <tr key={keyOf(item)} class="kern-table__row">
              <th scope="row" class="kern-table__header">
                {first?.cell(item)}
              </th>
              {others.map((column) => (
                <td
                  key={column.name}
                  class={`kern-table__cell${column.numeric ? " kern-table__cell--numeric" : ""}${column.nowrap ? " weg-moment" : ""}`}
                >
                  {column.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Pages of items with how many there are and a button for more. */
export function Listing<P, T>({
  pages,
  more,
  columns,
  name,
  keyOf,
  words,
}: {
  pages: Pages<P, T>;
  more: () => void;
  columns: Column<T>[];
  name: string;
  keyOf: (item: T) => string;
  words: Words;
}) {
  const firstNew = useRef(0);
  const list = useRef<HTMLDivElement>(null);

  // After "load more" the keyboard goes on at the first of the new ones; the button may be gone.
  useEffect(() => {
    if (firstNew.current > 0) list.current?.querySelectorAll<HTMLAnchorElement>("tr a, li a")[firstNew.current]?.focus();
  }, [pages.items.length]);

  if (pages.items.length === 0)
    return (
      <Alert tone="info" title={words.nothing} role="status">
        <p class="kern-body">{words.nothingDo}</p>
      </Alert>
    );
  const loadMore = () => {
    firstNew.current = pages.items.length;
    more();
  };
  return (
    <div ref={list}>
      <p class="kern-body" role="status">
        {words.lines(pages.items.length, pages.next !== undefined)}
      </p>
      <Items items={pages.items} columns={columns} name={name} keyOf={keyOf} />
      {pages.failed !== undefined && <Failure failure={pages.failed} retry={loadMore} words={words} />}
      {pages.next !== undefined && pages.failed === undefined && (
        <button type="button" class="kern-btn kern-btn--secondary weg-more" aria-disabled={pages.loadingMore} onClick={loadMore}>
          <span class="kern-label">{pages.loadingMore ? words.loading : words.more}</span>
        </button>
      )}
    </div>
  );
}
