import type { Improvement, Pattern, StatusResponse } from '@refrain/domain';
import type { LiveIncident } from './live-incident.ts';

export interface DemoOutcome {
  readonly url: string;
  readonly signInUrl: string;
  readonly status: StatusResponse;
  readonly patterns: readonly Pattern[];
  readonly issues: readonly Improvement[];
  readonly live: LiveIncident | null;
  readonly folder: string;
  readonly seconds: number;
}

export function writeSummary(outcome: DemoOutcome): string {
  const { url, signInUrl, status, patterns, issues, live, folder, seconds } = outcome;
  return [
    '',
    `${status.failures} failures (${status.unassigned.of} without duplicates) and ${status.changes} changes form ${status.patterns} patterns, after ${seconds} s.`,
    '',
    'The most frequent patterns',
    ...patterns.map((pattern) => `  ${describePattern(pattern)}`),
    '',
    'The improvement issues on the emulated GitHub',
    ...(issues.length === 0
      ? ['  none']
      : issues.map((issue) => `  ${issue.issueUrl ?? 'not open yet'}  ${issue.title}`)),
    ...(live === null ? [] : ['', 'The incident that the demo opened', `  ${describeLive(live)}`]),
    '',
    'Where to look',
    `  page (signs you in, once)   ${signInUrl}`,
    `  API                         ${url}/v1/patterns`,
    '  command line                npx refrain patterns',
    '                              npx refrain failures --help',
    `  data and logs               ${folder}`,
    '',
    'Ctrl-C stops everything. `npm run demo` continues from here, `npm run demo -- --reset` starts over.',
  ].join('\n');
}

function describePattern({ name, episodes, kinds }: Pattern): string {
  const parts = [
    [kinds.incident, 'incidents'],
    [kinds.failed_deployment, 'failed deployments'],
    [kinds.reverted_change, 'reverted changes'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${name}: ${episodes} episodes (${counts.join(', ')})`;
}

function describeLive({ title, pattern, seconds }: LiveIncident): string {
  if (pattern === null) return `"${title}" arrived by webhook and is in no pattern.`;
  return `"${title}" arrived by webhook and ${seconds === null ? 'is' : `was after ${seconds} s`} in the pattern "${pattern}", until the next re-clustering.`;
}
