/** The tags of the OpenAPI document with their descriptions, in the order of the API page. */
export const tags = {
  failures: 'Incidents, failed deployments and reverted changes.',
  patterns: 'Failures that recur.',
  reports: 'Immutable snapshots of patterns, and weekly and monthly digests.',
  measurement: 'Statistics: rates, trends and forecasts.',
  library: 'The failure library: the lesson of each pattern, for example for new engineers.',
  improvements: 'The recommended fix of a pattern, and its GitHub issue.',
  audit: "Decisions made by people, and Refrain's writes to GitHub and PagerDuty, with their reasons.",
  corrections: "People's decisions about failures, links and patterns, which every later clustering obeys.",
  search: 'Search for similar failures, and a check of texts for blame.',
  catalogue: 'Which services run from which repositories.',
  connections: 'GitHub and PagerDuty accounts, archives, and what is imported from them.',
  events: 'Events about reports, digests and patterns, as a stream or delivered to subscriptions.',
  access: 'Users, tokens, sign-in links and browser sessions.',
  system: 'The state and maintenance of the installation.',
} as const;

export type Tag = keyof typeof tags;
