import type { ProviderRateLimits, RateLimitRule } from '@refrain/domain';

/**
 * The windows are short, because GitHub's minutes may start at other times: any minute overlaps at most 31 windows of
 * two seconds.
 */
const rules = {
  /**
   * At most 31 × 28 = 868 points a minute. GitHub allows 900
   * (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
   */
  points: { name: 'points', points: 28, seconds: 2 },
  /** One write a second, as GitHub recommends. */
  write: { name: 'write', points: 1, seconds: 1 },
  /** Issues, comments and the like: at most 7 × 10 = 70 writes a minute. GitHub allows 80. */
  content: { name: 'content', points: 10, seconds: 10 },
  /** Issues, comments and the like: at most 7 × 70 = 490 writes an hour. GitHub allows 500. */
  contentByHour: { name: 'content-hour', points: 70, seconds: 600 },
  /** At most 7 × 4 = 28 searches a minute. GitHub allows 30. */
  search: { name: 'search', points: 4, seconds: 10 },
} satisfies Record<string, RateLimitRule>;

const one = (rule: RateLimitRule) => ({ rule, points: 1 });
const written = [{ rule: rules.points, points: 5 }, one(rules.write)];

export const gitHubRateLimitRules: ProviderRateLimits = {
  providerName: 'GitHub',
  main: rules.points,
  byCost: {
    read: [one(rules.points)],
    search: [one(rules.points), one(rules.search)],
    write: written,
    content: [...written, one(rules.content), one(rules.contentByHour)],
  },
};
