import type { Schemas } from '../api/refrain.ts';

interface FailurePlace {
  readonly services: readonly string[];
  /** Null if a service is known, or no repository. */
  readonly repository: string | null;
}

/** Finds where a failure is shown: at its services, else at those of its episode, else at its repository. */
export function findFailurePlace({
  services,
  episodeServices,
  repository,
}: Pick<Schemas['ListedFailure'], 'services' | 'episodeServices' | 'repository'>): FailurePlace {
  const known = services.length > 0 ? services : episodeServices;
  return { services: known, repository: known.length > 0 ? null : repository };
}
