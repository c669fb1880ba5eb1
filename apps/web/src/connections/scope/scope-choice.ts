import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';

/** A scope as a person chooses it: everything, or these by name and those by pattern. */
export interface ScopeChoice {
  readonly all: boolean;
  /** Repositories or services of the list. */
  readonly names: readonly string[];
  /** Globs. */
  readonly patterns: readonly string[];
  readonly environments: readonly string[];
  readonly workflows: readonly string[];
  readonly incidentLabels: readonly string[];
  readonly postmortemFolders: readonly string[];
}

/** What is taken in unless somebody chooses. */
export const defaultScope: Schemas['ConnectionScope'] = {
  repositories: [],
  services: [],
  environments: [],
  workflows: ['*deploy*', '*release*'],
  incidentLabels: ['incident', 'outage', 'postmortem'],
  postmortemFolders: [],
};

/** @param visible what the credential sees: a pattern that is the name of one of them is that one, ticked */
export function readChoice(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  scope: Schemas['ConnectionScope'],
  visible: readonly string[],
): ScopeChoice {
  const chosen = selection === null ? [] : scope[selection.selects];
  const spelled = new Map(visible.map((name) => [name.toLowerCase(), name]));
  const { environments, workflows, incidentLabels, postmortemFolders } = scope;
  return {
    all: chosen.length === 0,
    names: chosen.flatMap((pattern) => spelled.get(pattern.toLowerCase()) ?? []),
    patterns: chosen.filter((pattern) => !spelled.has(pattern.toLowerCase())),
    environments,
    workflows,
    incidentLabels,
    postmortemFolders,
  };
}

/** Null where only some are to be taken in and none is chosen: to the API an empty list is all of them. */
export function toScope(
  { scope: selection }: Pick<ProviderDescriptor, 'scope'>,
  choice: ScopeChoice,
): Schemas['ConnectionScope'] | null {
  const chosen = choice.all ? [] : [...choice.names, ...choice.patterns];
  if (!choice.all && chosen.length === 0) return null;
  return {
    ...defaultScope,
    environments: [...choice.environments],
    workflows: [...choice.workflows],
    incidentLabels: [...choice.incidentLabels],
    postmortemFolders: [...choice.postmortemFolders],
    ...(selection === null ? {} : { [selection.selects]: chosen }),
  };
}

/** Those of the values that name no folder: it is written `owner/name:path/of/folder`. */
export function findBadFolders(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u.test(folder));
}
