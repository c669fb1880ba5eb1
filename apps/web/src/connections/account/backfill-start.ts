export type Reach = 'months3' | 'year' | 'years2' | 'all' | 'date';

export const backfillStartLabels: Readonly<Record<Reach, string>> = {
  months3: '3 months',
  year: '1 year',
  years2: '2 years',
  all: 'Full history',
  date: 'Since a date',
};

const months = { months3: 3, year: 12, years2: 24 } as const;

/**
 * Returns the start of a backfill: an ISO instant, null for the whole history, or undefined if `date` is not a day in the past.
 * @param date `YYYY-MM-DD`, used only if `reach` is `date`
 */
export function findBackfillStart(reach: Reach, date: string, now: Date): string | null | undefined {
  if (reach === 'all') return null;
  if (reach !== 'date') {
    const since = new Date(now);
    since.setUTCMonth(since.getUTCMonth() - months[reach]);
    return since.toISOString();
  }
  const since = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? new Date(`${date}T00:00:00.000Z`) : null;
  return since === null || Number.isNaN(since.valueOf()) || since >= now ? undefined : since.toISOString();
}
