import { type PeriodParameters, pickPeriod } from './period.ts';

/** The pages on which a period can be chosen. A period of days elsewhere, such as that of a connection, means something else. */
const pagesWithPeriod: readonly string[] = ['/', '/patterns', '/failures', '/improvements', '/services'];

interface PageLocation {
  readonly pathname: string;
  readonly search: PeriodParameters;
}

/** Follows the chosen period through a navigation. It is forgotten when the user returns a page to its default period. */
export function followPeriod(
  chosen: PeriodParameters | null,
  from: PageLocation | undefined,
  to: PageLocation,
): PeriodParameters | null {
  if (!pagesWithPeriod.includes(to.pathname)) return chosen;
  if (hasPeriod(to)) return pickPeriod(to.search);
  return from?.pathname === to.pathname && hasPeriod(from) ? null : chosen;
}

/** Returns the search parameters by which a page shows the chosen period. The overview and services cannot show all time. */
export function toPeriodSearch(chosen: PeriodParameters | null, pathname: string): PeriodParameters {
  if (chosen === null || !pagesWithPeriod.includes(pathname)) return {};
  return (pathname === '/' || pathname === '/services') && chosen.days === 'all' ? {} : chosen;
}

/**
 * Returns the period with which a link opens a page: the chosen one. Without a chosen period, the list of patterns keeps the default
 * period of the overview if the overview is open.
 */
export function findPeriodOfLink(
  chosen: PeriodParameters | null,
  openPage: string | null,
  pathname: string,
  overviewDays: number,
): PeriodParameters {
  const kept = openPage === '/' && pathname === '/patterns' ? { days: overviewDays } : null;
  return toPeriodSearch(chosen ?? kept, pathname);
}

function hasPeriod({ search: { days, since, until } }: PageLocation): boolean {
  return days !== undefined || since !== undefined || until !== undefined;
}

/** The period that was chosen last. It is kept as long as the browser tab is open. */
let chosenPeriod: PeriodParameters | null = null;
/** The path of the page that is open. */
let openPage: string | null = null;

/** Remembers the period of the page that a navigation opens. Call it before each navigation. */
export function rememberPeriod(from: PageLocation | undefined, to: PageLocation): void {
  chosenPeriod = followPeriod(chosenPeriod, from, to);
  openPage = to.pathname;
}

/** @param overviewDays the length of the default period of the overview */
export function findRememberedPeriod(pathname: string, overviewDays: number): PeriodParameters {
  return findPeriodOfLink(chosenPeriod, openPage, pathname, overviewDays);
}
