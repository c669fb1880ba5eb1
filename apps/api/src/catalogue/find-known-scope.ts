import { AppError, type DigestScope } from '@refrain/domain';
import type { Store } from '@refrain/store';

const maxListedNames = 10;

const origins = {
  service: 'Services come from failures and from confirmed catalogue entries',
  team: 'Teams come from CODEOWNERS and catalog-info files in connected repositories, and from PagerDuty',
} as const;

/**
 * Returns the scope of the service or team that has this name in any letter case. The scope contains the known spelling of the
 * name.
 * @throws {AppError} `invalid_input` for an unknown name
 */
export async function findKnownScope(store: Pick<Store, 'catalogue'>, scope: DigestScope): Promise<DigestScope> {
  if (scope.kind === 'organisation') return scope;
  const { kind, name } = scope;
  const known = [...new Set(await listNames(store, kind))].sort();
  const found = known.includes(name) ? name : known.find((one) => fold(one) === fold(name));
  if (found !== undefined) return { kind, name: found };
  if (known.length === 0) throw new AppError('invalid_input', `There is no ${kind} yet. ${origins[kind]}.`);
  const listed = nearestFirst(known, name).slice(0, maxListedNames).join(', ');
  const which = known.length > maxListedNames ? `The nearest of ${known.length} known names` : 'Known names';
  throw new AppError('invalid_input', `No ${kind} is called ${name}. ${which}: ${listed}.`);
}

async function listNames({ catalogue }: Pick<Store, 'catalogue'>, kind: 'service' | 'team') {
  if (kind === 'team') return catalogue.listTeams();
  const [failing, decided] = await Promise.all([catalogue.listServices(), catalogue.listDecided()]);
  return [...failing, ...decided.flatMap(({ status, service }) => (status === 'confirmed' ? [service] : []))];
}

/** Sorts the known names: first those that contain `name` or are part of it, then by length of the common prefix. */
function nearestFirst(known: readonly string[], name: string): string[] {
  const wanted = fold(name);
  const nearnessOf = (one: string) => {
    const folded = fold(one);
    if (folded.includes(wanted) || wanted.includes(folded)) return Number.POSITIVE_INFINITY;
    const differs = [...folded].findIndex((letter, at) => letter !== wanted[at]);
    return differs === -1 ? folded.length : differs;
  };
  const nearness = new Map(known.map((one) => [one, nearnessOf(one)]));
  const ofName = (one: string) => nearness.get(one) ?? 0;
  return known.toSorted((a, b) => (ofName(a) === ofName(b) ? 0 : ofName(b) - ofName(a)));
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
