import { dayInMs, hourInMs } from '@refrain/domain';
import type { FoundIssue } from './found-issue.ts';

const snooze = /^\/refrain snooze (\d{1,3})d\b/u;

/** Lists the times at which Refrain wrote to a snoozed issue. Excludes the hour after the request to snooze it. */
export function listWritesWhileSnoozed(
  { comments }: Pick<FoundIssue, 'comments'>,
  writes: readonly string[],
): string[] {
  const requests = comments.flatMap(({ body, at }) => {
    const days = snooze.exec(body)?.[1];
    return days === undefined ? [] : [{ from: Date.parse(at), until: Date.parse(at) + Number(days) * dayInMs }];
  });
  return writes.filter((write) => {
    const at = Date.parse(write);
    const isResponse = requests.some(({ from }) => at >= from && at <= from + hourInMs);
    return !isResponse && requests.some(({ from, until }) => at > from && at < until);
  });
}
