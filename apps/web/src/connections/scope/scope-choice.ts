import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';
import { capitalise, count } from '../../labels/format.ts';

export type ScopeRefinement = NonNullable<ProviderDescriptor['scope']>['refinements'][number];

/** State of the scope form: everything, or a selection by name and by pattern. */
export interface ScopeChoice extends Readonly<Pick<Schemas['ConnectionScope'], ScopeRefinement>> {
  readonly all: boolean;
  readonly names: readonly string[];
  /** Globs. */
  readonly patterns: readonly string[];
}

export const defaultScope: Schemas['ConnectionScope'] = {
  repositories: [],
  services: [],
  environments: [],
  workflows: ['*deploy*', '*release*'],
  incidentLabels: ['incident', 'outage', 'postmortem'],
  postmortemFolders: [],
};

/**
 * Converts a scope to the state of the form.
 * @param visible names that the credential can see. A pattern that equals one of these names becomes a selected name.
 */
export function toScopeChoice(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  scope: Schemas['ConnectionScope'],
  visible: readonly string[],
): ScopeChoice {
  const chosen = selection === null ? [] : scope[selection.selects];
  const spellings = new Map(visible.map((name) => [name.toLowerCase(), name]));
  const { repositories: _repositories, services: _services, ...refinements } = scope;
  return {
    ...refinements,
    all: chosen.length === 0,
    names: chosen.flatMap((pattern) => spellings.get(pattern.toLowerCase()) ?? []),
    patterns: chosen.filter((pattern) => !spellings.has(pattern.toLowerCase())),
  };
}

/** Converts the form's state to a scope; null if nothing is selected, because an empty list means all to the API. */
export function toScope(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  { all, names, patterns, ...refinements }: ScopeChoice,
): Schemas['ConnectionScope'] | null {
  const chosen = all ? [] : [...names, ...patterns];
  if (!all && chosen.length === 0) return null;
  return { ...defaultScope, ...refinements, ...(selection === null ? {} : { [selection.selects]: chosen }) };
}

/** Returns the folders that are not in the format `owner/name` or `owner/name:path/of/folder`. */
export function findInvalidPostmortemFolders(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u.test(folder));
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
) {
  if (selection === null) return [];
  const { selects, excludes } = selection;
  const all = excludes === null ? 'all, including future ones' : `all except ${excludes}, including future ones`;
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
export function formatRepositoryOrServiceCount({ scope }: Pick<ProviderDescriptor, 'scope'>, number: number): string {
  if (scope === null) return count(number, 'part');
  const [one, many] = nouns[scope.selects];
  return count(number, one, many);
}
