interface Period {
  readonly days?: number | 'all' | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Returns the search parameters of a chosen period for the pages of services, which cannot show all time. */
export function toServiceSearch({ days, since, until }: Period) {
  return { days: days === 'all' ? undefined : days, since, until };
}
