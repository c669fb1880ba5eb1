import type { ExistingRecords } from './file-import.ts';

const maxNamed = 3;
const list = new Intl.ListFormat('en-GB');

/** Joins the names of the first three sources and counts the others: `PagerDuty acme and tracker`. */
export function formatSourceNames(sources: ExistingRecords['sources']): string {
  const names = sources.slice(0, maxNamed).map(({ name }) => name);
  const more = sources.length - names.length;
  return list.format(more > 0 ? [...names, `${more} more`] : names);
}
