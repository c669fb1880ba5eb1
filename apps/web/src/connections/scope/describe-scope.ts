import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../words/count.ts';

export interface ScopePart {
  readonly what: string;
  readonly chosen: string;
}

/** A scope in words, part by part. */
export function describeScope(provider: Schemas['Provider'], scope: Schemas['ConnectionScope']): readonly ScopePart[] {
  if (provider === 'archive') return [];
  if (provider === 'pagerduty')
    return [{ what: 'Services', chosen: listOr('all, also those to come', scope.services) }];
  return [
    { what: 'Repositories', chosen: listOr('all but forks, also those to come', scope.repositories) },
    { what: 'Deployments to', chosen: listOr('every environment', scope.environments) },
    { what: 'Failed runs of', chosen: listOr('no workflow', scope.workflows) },
    { what: 'Incidents from issues labelled', chosen: listOr('none', scope.incidentLabels) },
    { what: 'Post-mortems in', chosen: listOr('no folder', scope.postmortemFolders) },
  ];
}

function listOr(none: string, values: readonly string[]): string {
  return values.length === 0 ? none : values.join(', ');
}

const nouns = {
  github: ['repository', 'repositories'],
  pagerduty: ['service', 'services'],
  archive: ['file'],
} as const;

/** What an account consists of: "3 repositories". */
export function countParts(provider: Schemas['Provider'], number: number): string {
  const [one, many] = nouns[provider];
  return count(number, one, many);
}
