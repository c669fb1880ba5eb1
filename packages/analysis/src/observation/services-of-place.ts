import { groupBy } from '../group-by.ts';
import { type Affinity, createAffinity, type DecidedPair, isOfPart } from '../linking/affinity.ts';

/** Where something was changed or went wrong. */
export interface Place {
  readonly repository: string;
  readonly environment: string | null;
  /** Whether the environment alone was touched, as by a deployment; what is merged reaches all. */
  readonly isDeployed: boolean;
  /** Empty where they are not known. */
  readonly paths: ReadonlySet<string>;
}

export interface KnownNames {
  /** Of services, as failures and the catalogue have them. */
  readonly services: Iterable<string>;
  readonly repositories: Iterable<string>;
  /** What people and catalogue files decided; suggestions bind nothing. */
  readonly catalogue: readonly DecidedPair[];
}

/** From this likeness of names on, a service is called as its repository is; linking takes the same. */
const sameNamed = 0.7;

/**
 * Which services a place in a repository runs, by name: those of which it is confirmed, and those that have no confirmed
 * place and are called as no other repository is.
 */
export function createServicesOfPlace({ services, repositories, catalogue }: KnownNames): (place: Place) => string[] {
  const confirmed = catalogue.flatMap(({ service, status }) => (status === 'confirmed' ? [service] : []));
  const names = [...new Set([...services, ...confirmed])].sort();
  const affinityOf = createAffinity(names, repositories, catalogue);
  const found = names.flatMap((service) =>
    surestOf(affinityOf(service)).map((affinity) => ({ service, affinity, repository: affinity.repository })),
  );
  const byRepository = groupBy(found, ({ repository }) => [repository]);
  return ({ repository, environment, isDeployed, paths }) => {
    const change = { kind: isDeployed ? 'deployment' : 'merged_pull_request', environment } as const;
    const fitting = (byRepository.get(repository) ?? []).filter(({ affinity }) => isOfPart(affinity, change, paths));
    return [...new Set(fitting.map(({ service }) => service))];
  };
}

function surestOf(affinities: readonly Affinity[]): readonly Affinity[] {
  const confirmed = affinities.filter(({ isConfirmed }) => isConfirmed);
  if (confirmed.length > 0) return confirmed;
  const [first, second] = affinities;
  return first === undefined || first.score < sameNamed || first.score === second?.score ? [] : [first];
}
