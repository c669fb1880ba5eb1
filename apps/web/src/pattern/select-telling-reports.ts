interface ListedReport {
  readonly id: string;
  readonly createdAt: string;
  readonly episodes: number;
}

/**
 * Omits reports that have the same number of episodes as the next newer report of the same day, because a report is also written
 * when only figures changed. Keeps the report that is shown.
 * @param reports newest first
 */
export function selectTellingReports<Report extends ListedReport>(
  reports: readonly Report[],
  shownId: string,
): readonly Report[] {
  return reports.filter((report, at) => {
    const newer = reports[at - 1];
    const isRepeated = newer !== undefined && dayOf(newer) === dayOf(report) && newer.episodes === report.episodes;
    return !isRepeated || report.id === shownId;
  });
}

/** Returns the day in the time zone of the browser, as the page shows it. */
function dayOf({ createdAt }: ListedReport): string {
  return new Date(createdAt).toDateString();
}
