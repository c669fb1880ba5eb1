const kinds: Readonly<Record<string, string>> = {
  commits: 'Commits',
  deployments: 'Deployments',
  issues: 'Issues',
  pulls: 'Pull requests',
  runs: 'Workflow runs',
  postmortems: 'Post-mortems',
  incidents: 'Incidents',
  change_events: 'Change events',
};

export interface ParsedStreamName {
  readonly kind: string;
  readonly location: string | null;
}

export function parseStreamName(stream: string): ParsedStreamName {
  const at = stream.indexOf(':');
  const name = at < 0 ? stream : stream.slice(0, at);
  return { kind: kinds[name] ?? name.replaceAll('_', ' '), location: at < 0 ? null : stream.slice(at + 1) };
}

export function describeStream(stream: string): string {
  const { kind, location: of } = parseStreamName(stream);
  return of === null ? kind : `${kind} of ${of}`;
}
