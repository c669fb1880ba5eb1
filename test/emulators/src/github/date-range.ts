import { dayInMs } from '@refrain/domain';
/** A period with both ends included, in milliseconds since 1970. */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

const always: DateRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Parses GitHub's search syntax for dates, such as `>=A`, `<A`, `A..B`, `*..B` or a single value. Returns null for anything else. */
export function parseDateRange(text: string): DateRange | null {
  const between = /^([^.]+(?:\.\d+Z?)?)\.\.(.+)$/u.exec(text);
  if (between !== null) {
    const from = between[1] === '*' ? always : parseDate(between[1]);
    const to = between[2] === '*' ? always : parseDate(between[2]);
    return from && to && { from: from.from, to: to.to };
  }
  const [, sign = '', rest] = /^(>=|<=|>|<)?(.+)$/u.exec(text) ?? [];
  const date = parseDate(rest);
  if (date === null) return null;
  if (sign === '>=') return { ...always, from: date.from };
  if (sign === '>') return { ...always, from: date.to + 1 };
  if (sign === '<=') return { ...always, to: date.to };
  if (sign === '<') return { ...always, to: date.from - 1 };
  return date;
}

/** Returns the first and last millisecond of the given day, or of the given second if the text has a time. */
function parseDate(text: string | undefined): DateRange | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}/u.test(text)) return null;
  const from = Date.parse(text);
  if (Number.isNaN(from)) return null;
  return { from, to: from + (text.length === 10 ? dayInMs : 1_000) - 1 };
}
