/** Under which heading of the document a route stands, in the order of the page. */
export const tags = {
  failures: 'What went wrong: incidents, failed deployments, reverted changes.',
  patterns: 'Failures that keep coming back.',
  reports: 'Snapshots that never change: of a pattern, and the digests of weeks and months.',
  measurement: 'What the statistics say: how often, whether that changes, and what is to be expected.',
  library: 'What every pattern teaches: the first pages that a new engineer should read.',
  improvements: 'The systemic fix for a pattern, and its one GitHub issue.',
  audit: 'What Refrain wrote at GitHub and PagerDuty, why, and how to take it back.',
  corrections: 'What people decided; it binds every later grouping.',
  search: 'Whether something was seen before, and how it is worded.',
  catalogue: 'Which services run from which repositories.',
  connections: 'Accounts of GitHub and PagerDuty, archives, and what is taken in of them.',
  events: 'What happens, as it happens: to follow, or sent to whoever subscribes.',
  access: 'Who may ask: tokens, sign-in links, the session of a browser.',
  system: 'How Refrain itself is.',
} as const;

export type Tag = keyof typeof tags;
