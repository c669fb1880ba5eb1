import type { Shape } from '@refrain/sample-org';

export type PersonAction =
  | { readonly kind: 'assign' }
  /**
   * A pull request that closes the issue is merged, and is deployed on the next day. From then on the failure has this many episodes per
   * month.
   */
  | { readonly kind: 'fix'; readonly title: string; readonly remainingRate: number }
  /** The issue is closed as completed without a pull request. From then on the failure has this many episodes per month. */
  | { readonly kind: 'complete'; readonly remainingRate: number }
  | { readonly kind: 'decline' }
  | { readonly kind: 'say'; readonly text: string; readonly isUnknownUser?: true }
  /** A person comments `/refrain merge` and names the issue of another role. */
  | { readonly kind: 'merge'; readonly into: string }
  /** A person adds a text below Refrain's section and ticks the first box. */
  | { readonly kind: 'edit'; readonly addedText: string }
  | { readonly kind: 'delete' };

/** An action that happens as soon as the issue has been open for `daysOpen` days, but not before `week`. */
export interface ScheduledAction {
  readonly week?: number;
  readonly daysOpen?: number;
  readonly action: PersonAction;
}

/** Kinds of comments that Refrain writes on an issue. */
export type CommentKind =
  | 'held'
  | 'came back'
  | 'nothing can be told'
  | 'reply'
  | 'asked again'
  | 'merged'
  | 'split'
  | 'other';

/** Expected state of an issue at the end of the year. */
export interface ExpectedIssue {
  readonly state: 'open' | 'completed' | 'not_planned' | 'duplicate' | 'deleted';
  readonly reopened: number;
  /** The kinds of all comments that Refrain wrote, oldest first. */
  readonly comments: readonly CommentKind[];
  readonly addedText?: string;
}

/** A true pattern, the actions of people on its issue, and the expected state of the issue. */
export interface Role {
  readonly name: string;
  /** Id of the theme in the sample organisation. */
  readonly theme: string;
  /** Slug of the service in which all episodes happen. Its repository gets the issue. */
  readonly service: string;
  readonly shapes?: readonly Shape[];
  /** Number of episodes per month. The episodes are evenly spread, so that the outcome does not depend on chance. */
  readonly rate: number;
  /** Week in which the pattern begins; absent if it existed before the simulated year. */
  readonly startWeek?: number;
  /** A new rate that applies from a given week on. */
  readonly rateChange?: { readonly week: number; readonly rate: number };
  /** Whether a person approves the improvement, before the policy starts to approve improvements. */
  readonly isApprovedByPerson?: true;
  readonly actions: readonly ScheduledAction[];
  readonly truth: ExpectedIssue | 'no issue';
}

const alone: readonly Shape[] = ['page', 'page-then-fix'];

/** A service whose repository opts out of issues in `.github/refrain.yml`. */
export const optedOutService = 'notify-hub';

/**
 * The roles, with the expected outcome of the year. Rates and weeks are chosen so that a year is long enough for the statistical tests
 * (docs/adr/0026).
 */
export const issueRoles: readonly Role[] = [
  {
    name: 'a fix that holds',
    theme: 'carrier-token-stale',
    service: 'carrier-bridge',
    rate: 4,
    shapes: alone,
    actions: [
      { week: 5, action: { kind: 'assign' } },
      { week: 7, action: { kind: 'fix', title: 'Refresh carrier tokens an hour before they end', remainingRate: 0 } },
    ],
    truth: { state: 'completed', reopened: 0, comments: ['held'] },
  },
  {
    name: 'a fix that fails, then one that holds',
    theme: 'pool-exhausted',
    service: 'checkout',
    rate: 5,
    shapes: ['page'],
    isApprovedByPerson: true,
    actions: [
      { week: 4, action: { kind: 'fix', title: 'Raise the connection limit of the pool', remainingRate: 6.5 } },
      {
        daysOpen: 14,
        action: { kind: 'fix', title: 'One pooler in front of all workers of checkout', remainingRate: 0 },
      },
    ],
    truth: { state: 'completed', reopened: 1, comments: ['came back', 'held'] },
  },
  {
    name: 'closed as done without a pull request, and it holds',
    theme: 'node-hardware',
    service: 'depot-scan',
    rate: 4,
    shapes: ['page'],
    actions: [{ week: 6, action: { kind: 'complete', remainingRate: 0 } }],
    truth: { state: 'completed', reopened: 0, comments: ['held'] },
  },
  {
    name: 'a fix that is judged to hold, and some months later does no more',
    theme: 'resolver-overload',
    service: 'sorter-link',
    rate: 4,
    shapes: ['page'],
    rateChange: { week: 30, rate: 5 },
    actions: [{ week: 6, action: { kind: 'fix', title: 'Cache lookups beside each node', remainingRate: 0 } }],
    truth: { state: 'open', reopened: 1, comments: ['held', 'came back'] },
  },
  {
    name: 'a fix too late in the year to be judged',
    theme: 'retention-stalled',
    service: 'track-feed',
    rate: 1.5,
    shapes: alone,
    actions: [
      { week: 47, action: { kind: 'fix', title: 'Alert when the retention job has not ended', remainingRate: 0 } },
    ],
    truth: { state: 'completed', reopened: 0, comments: [] },
  },
  {
    name: 'declined, and as frequent as before',
    theme: 'touchy-check',
    service: 'public-site',
    rate: 1.5,
    shapes: ['page'],
    actions: [{ week: 5, action: { kind: 'decline' } }],
    truth: { state: 'not_planned', reopened: 0, comments: [] },
  },
  {
    name: 'declined, then clearly more frequent',
    theme: 'geocode-quota',
    service: 'address-book',
    rate: 1,
    shapes: ['page'],
    rateChange: { week: 20, rate: 6 },
    actions: [{ week: 6, action: { kind: 'decline' } }],
    truth: { state: 'open', reopened: 1, comments: ['asked again'] },
  },
  {
    name: 'left for later, twice',
    theme: 'jobs-pile-up',
    service: 'report-forge',
    rate: 1.4,
    shapes: alone,
    actions: [
      { week: 6, action: { kind: 'say', text: '/refrain snooze 90d\nAfter the quarter, please.' } },
      { week: 24, action: { kind: 'say', text: '/refrain snooze 90d' } },
    ],
    truth: { state: 'open', reopened: 0, comments: ['reply', 'reply'] },
  },
  {
    name: 'said to be not systemic',
    theme: 'payment-provider-outage',
    service: 'payouts',
    rate: 1.3,
    shapes: ['page'],
    actions: [{ week: 8, action: { kind: 'say', text: '/refrain not-systemic' } }],
    truth: { state: 'not_planned', reopened: 0, comments: [] },
  },
  {
    name: 'the same as another, and the greater of both',
    theme: 'stampede-after-flush',
    service: 'rate-quote',
    rate: 2,
    shapes: ['page'],
    isApprovedByPerson: true,
    actions: [],
    truth: { state: 'open', reopened: 0, comments: [] },
  },
  {
    name: 'the same as another, in the eyes of people',
    theme: 'query-per-row',
    service: 'rate-quote',
    rate: 1,
    shapes: ['page'],
    actions: [{ week: 9, action: { kind: 'merge', into: 'the same as another, and the greater of both' } }],
    truth: { state: 'duplicate', reopened: 0, comments: ['reply', 'merged'] },
  },
  {
    name: 'a word of someone who may not decide',
    theme: 'contract-broken',
    service: 'merchant-api',
    rate: 1.2,
    shapes: ['change-page-revert'],
    actions: [{ week: 8, action: { kind: 'say', text: '/refrain not-systemic', isUnknownUser: true } }],
    truth: { state: 'open', reopened: 0, comments: [] },
  },
  {
    name: 'people write into its text and tick a box',
    theme: 'setting-missing-in-production',
    service: 'merchant-portal',
    rate: 1.2,
    shapes: ['deploy-page-revert'],
    isApprovedByPerson: true,
    actions: [
      { week: 4, action: { kind: 'assign' } },
      { week: 6, action: { kind: 'edit', addedText: 'Our notes: the template of settings is the place to begin.' } },
    ],
    truth: {
      state: 'open',
      reopened: 0,
      comments: [],
      addedText: 'Our notes: the template of settings is the place to begin.',
    },
  },
  {
    name: 'its repository wants no issues',
    theme: 'poison-message',
    service: optedOutService,
    rate: 1.3,
    shapes: alone,
    actions: [],
    truth: 'no issue',
  },
  {
    name: 'its issue is deleted',
    theme: 'huge-upload',
    service: 'parcel-intake',
    rate: 1.3,
    shapes: alone,
    actions: [{ week: 8, action: { kind: 'delete' } }],
    truth: { state: 'deleted', reopened: 0, comments: [] },
  },
  {
    name: 'emerges during the year',
    theme: 'certificate-lapsed',
    service: 'edge-proxy',
    rate: 1.5,
    startWeek: 12,
    shapes: ['page', 'page-then-fix'],
    actions: [],
    truth: { state: 'open', reopened: 0, comments: [] },
  },
  {
    name: 'twice in the year and no more',
    theme: 'image-pull-limited',
    service: 'route-planner',
    rate: 0.17,
    startWeek: 10,
    shapes: ['deploy'],
    actions: [],
    truth: 'no issue',
  },
];
