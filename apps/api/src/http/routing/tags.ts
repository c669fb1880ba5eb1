/** The headings of the OpenAPI document, in the order of the page. */
export const tags = {
  failures: 'Incidents, failed deployments and reverted changes.',
  patterns: 'Failures that recur.',
  reports: 'Immutable snapshots of patterns, and digests of weeks and months.',
  measurement: 'Statistics: rates, trends and forecasts.',
  library: 'The failure library: what each pattern teaches, for new engineers to read first.',
  improvements: 'The recommended fix of a pattern, and its GitHub issue.',
  audit: 'What people decided, and what Refrain wrote at GitHub and PagerDuty, why, and how to undo it.',
  corrections: 'Decisions of people, which bind every later clustering.',
  search: 'Search for earlier failures, and a check of texts for blame.',
  catalogue: 'Which services run from which repositories.',
  connections: 'Accounts of GitHub and PagerDuty, archives, and what is imported from them.',
  events: 'Events, as a stream or delivered to subscriptions.',
  access: 'Users, tokens, sign-in links and browser sessions.',
  system: 'The state of Refrain itself.',
} as const;

export type Tag = keyof typeof tags;
