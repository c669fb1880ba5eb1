import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';
import { capitalise, count } from '../../labels/format.ts';
import type { ScopeRefinement } from './scope-choice.ts';

export interface ScopeCriterion {
  readonly what: string;
  readonly chosen: string;
}

const refinements: Readonly<Record<ScopeRefinement, { readonly what: string; readonly none: string }>> = {
  environments: { what: 'Deployments to', none: 'every environment' },
  workflows: { what: 'Failed runs of', none: 'no workflow' },
  incidentLabels: { what: 'Incidents from issues labelled', none: 'none' },
  postmortemFolders: { what: 'Post-mortems in', none: 'no folder' },
};

export function describeScope(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  scope: Schemas['ConnectionScope'],
): readonly ScopeCriterion[] {
  if (selection === null) return [];
  const { selects, excludes } = selection;
  const all = excludes === null ? 'all, also those to come' : `all but ${excludes}, also those to come`;
  return [
    { what: capitalise(selects), chosen: listOr(all, scope[selects]) },
    ...selection.refinements.map((name) => ({
      what: refinements[name].what,
      chosen: listOr(refinements[name].none, scope[name]),
    })),
  ];
}

function listOr(none: string, values: readonly string[]): string {
  return values.length === 0 ? none : values.join(', ');
}

const nouns = { repositories: ['repository', 'repositories'], services: ['service', 'services'] } as const;

/** Formats a number of repositories or services: "3 repositories". */
export function formatScopeCount({ scope }: Pick<ProviderDescriptor, 'scope'>, number: number): string {
  if (scope === null) return count(number, 'part');
  const [one, many] = nouns[scope.selects];
  return count(number, one, many);
}
