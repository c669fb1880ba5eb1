import type { RequestRule, RequestRules } from '@refrain/domain';

/**
 * GitHub may start its minute or hour at any moment, so it may see the end of one of these windows and the start of the
 * next. Windows are short so that any minute or hour stays below the limit: 60 seconds overlap at most 31 windows of 2.
 */
const rules = {
  /**
   * GitHub's limit is 900 points a minute (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api); this
   * is at most 31 × 28 = 868.
   */
  points: { name: 'points', points: 28, seconds: 2 },
  /** Writes are at least a second apart. */
  write: { name: 'write', points: 1, seconds: 1 },
  /** GitHub's limit is 80 a minute; this is at most 7 × 10. */
  content: { name: 'content', points: 10, seconds: 10 },
  /** GitHub's limit is 500 an hour; this is at most 7 × 70. */
  contentByHour: { name: 'content-hour', points: 70, seconds: 600 },
  /** GitHub's limit is 30 a minute; this is at most 7 × 4. */
  search: { name: 'search', points: 4, seconds: 10 },
} satisfies Record<string, RequestRule>;

const one = (rule: RequestRule) => ({ rule, points: 1 });
const written = [{ rule: rules.points, points: 5 }, one(rules.write)];

export const limits: RequestRules = {
  providerName: 'GitHub',
  main: rules.points,
  byCost: {
    read: [one(rules.points)],
    search: [one(rules.points), one(rules.search)],
    write: written,
    content: [...written, one(rules.content), one(rules.contentByHour)],
  },
};
