import type { Change, Failure } from '@refrain/domain';

export function shaOf(seed: string): string {
  return `ab${[...seed].map((letter) => letter.charCodeAt(0).toString(16)).join('')}`.padEnd(40, '0');
}

export function at(hours: number): string {
  return new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString();
}

export function createFailure(id: string, hours: number, overrides: Partial<Failure> = {}): Failure {
  return {
    id,
    connectionId: 'c',
    kind: 'incident',
    externalId: id.toUpperCase(),
    title: `Alert ${id}`,
    text: '',
    services: [],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt: at(hours),
    resolvedAt: null,
    precision: 'instant',
    severity: null,
    url: null,
    version: at(hours),
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
    episodeId: null,
    duplicateOf: null,
    ...overrides,
  };
}

export function createChange(id: string, hours: number, overrides: Partial<Change> = {}): Change {
  return {
    id,
    connectionId: 'c',
    kind: 'merged_pull_request',
    externalId: id,
    repository: 'acme/payments',
    environment: null,
    title: `Change ${id}`,
    text: '',
    sha: shaOf(id),
    parents: [],
    number: null,
    branch: null,
    base: null,
    paths: [],
    occurredAt: at(hours),
    succeeded: null,
    url: null,
    version: at(hours),
    ...overrides,
  };
}

export function createDeployment(id: string, hours: number, of: string, overrides: Partial<Change> = {}): Change {
  return createChange(id, hours, {
    kind: 'deployment',
    environment: 'production',
    succeeded: true,
    sha: shaOf(of),
    ...overrides,
  });
}

/** Creates the failure for commit `by`, which reverts commit `target`. */
export function createRevert(target: string, by: string, hours: number, overrides: Partial<Failure> = {}): Failure {
  return createFailure(`${by}-revert`, hours, {
    kind: 'reverted_change',
    externalId: `acme/payments@${shaOf(by)}`,
    repository: 'acme/payments',
    title: `Change ${target}`,
    sha: shaOf(target),
    ...overrides,
  });
}

/** Months of routine changes in several repositories, so that names and words have a realistic rarity. */
export const routineChanges: readonly Change[] = ['search', 'mail', 'billing', 'catalog', 'login', 'media'].flatMap(
  (name, index) =>
    [200, 900, 1_700].map((hours) =>
      createChange(`other-${name}-${hours}`, -hours - index, {
        repository: `acme/${name}`,
        title: `Routine work in ${name}`,
      }),
    ),
);
