import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';

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
 * @param visible names that the credential can see. A pattern that equals one of these names becomes a ticked name.
 */
export function toScopeChoice(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  scope: Schemas['ConnectionScope'],
  visible: readonly string[],
): ScopeChoice {
  const chosen = selection === null ? [] : scope[selection.selects];
  const spellings = new Map(visible.map((name) => [name.toLowerCase(), name]));
  const { environments, workflows, incidentLabels, postmortemFolders } = scope;
  return {
    all: chosen.length === 0,
    names: chosen.flatMap((pattern) => spellings.get(pattern.toLowerCase()) ?? []),
    patterns: chosen.filter((pattern) => !spellings.has(pattern.toLowerCase())),
    environments,
    workflows,
    incidentLabels,
    postmortemFolders,
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
export function findInvalidFolders(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u.test(folder));
}
