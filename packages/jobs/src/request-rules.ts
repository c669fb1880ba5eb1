/** At most so many points in so many seconds, from the first one on. */
export interface RequestRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export type LimitedProvider = 'github' | 'pagerduty';
export type LimitedCost = 'read' | 'write' | 'content' | 'search';

/**
 * A provider that counts by the minute may count from any moment, and so may see the end of one of our windows and the
 * beginning of the next one together. Windows are short, so that any minute (or hour) stays below what is allowed: in 60
 * seconds lie at most 31 windows of 2.
 */
const github = {
  /** 900 points a minute (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api): here at most 31 × 28 = 868. */
  points: { name: 'points', points: 28, seconds: 2 },
  /** Writes at least a second apart. */
  write: { name: 'write', points: 1, seconds: 1 },
  /** 80 a minute: here at most 7 × 10. */
  content: { name: 'content', points: 10, seconds: 10 },
  /** 500 an hour: here at most 7 × 70. */
  contentByHour: { name: 'content-hour', points: 70, seconds: 600 },
  /** 30 a minute: here at most 7 × 4. */
  search: { name: 'search', points: 4, seconds: 10 },
} satisfies Record<string, RequestRule>;

/** 960 a minute for each user (developer.pagerduty.com/docs/rest-api-rate-limits): here 868, the rest is for the user. */
const pagerduty: RequestRule = { name: 'requests', points: 28, seconds: 2 };

/** What the provider's refusal blocks, and so the first that each request has to pass. */
export function mainRule(provider: LimitedProvider): RequestRule {
  return provider === 'github' ? github.points : pagerduty;
}

/** What a request takes, the scarcest last, so that nothing scarce is taken by one that then has to wait. */
export function rulesOf(
  provider: LimitedProvider,
  cost: LimitedCost,
): readonly { readonly rule: RequestRule; readonly points: number }[] {
  const one = (rule: RequestRule) => ({ rule, points: 1 });
  if (provider === 'pagerduty') return [one(pagerduty)];
  switch (cost) {
    case 'read':
      return [one(github.points)];
    case 'search':
      return [one(github.points), one(github.search)];
    case 'write':
      return [{ rule: github.points, points: 5 }, one(github.write)];
    case 'content':
      return [{ rule: github.points, points: 5 }, one(github.write), one(github.content), one(github.contentByHour)];
  }
}

export const allRules: readonly { readonly provider: LimitedProvider; readonly rule: RequestRule }[] = [
  ...Object.values(github).map((rule) => ({ provider: 'github' as const, rule })),
  { provider: 'pagerduty', rule: pagerduty },
];
