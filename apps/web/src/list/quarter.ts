/** A quarter of a calendar year, in the viewer's time zone. */
export interface Quarter {
  /** For example `Q3 2026` */
  readonly name: string;
  /** The first and the last day, such as `2026-05-04`. */
  readonly since: string;
  readonly until: string;
}

/** Returns the quarter that contains a date, or the quarter that lies `offset` quarters after it. */
export function findQuarter(date: Date, offset = 0): Quarter {
  const quarters = date.getFullYear() * 4 + Math.floor(date.getMonth() / 3) + offset;
  const [year, quarter] = [Math.floor(quarters / 4), quarters % 4];
  return {
    name: `Q${quarter + 1} ${year}`,
    since: toDay(new Date(year, quarter * 3, 1)),
    until: toDay(new Date(year, quarter * 3 + 3, 0)),
  };
}

/** Returns the quarter that two days delimit; null if they delimit another period. */
export function matchQuarter(since: string, until: string): Quarter | null {
  const quarter = findQuarter(new Date(`${since}T00:00`));
  return quarter.since === since && quarter.until === until ? quarter : null;
}

/** Returns the day of an instant in the viewer's time zone, such as `2026-05-04`. */
export function toDay(at: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}
