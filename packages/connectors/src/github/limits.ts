import type { RequestRule, RequestRules } from '@refrain/domain';

/**
 * GitHub may count a minute or an hour from any moment, and so may see the end of one of our windows and the start of the next
 * one together. Windows are short, so that any minute or hour stays below the limit: 60 seconds overlap at most 31 windows of 2.
 */
const rules = {
  /** 900 points a minute (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api): here at most 31 × 28 = 868. */
  points: { name: 'points', points: 28, seconds: 2 },
  /** Writes are at least a second apart. */
  write: { name: 'write', points: 1, seconds: 1 },
  /** 80 a minute: here at most 7 × 10. */
  content: { name: 'content', points: 10, seconds: 10 },
  /** 500 an hour: here at most 7 × 70. */
  contentByHour: { name: 'content-hour', points: 70, seconds: 600 },
  /** 30 a minute: here at most 7 × 4. */
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
