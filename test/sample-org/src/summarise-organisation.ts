import type { World } from '@refrain/emulators';
import type { FailureRef, Truth } from './truth.ts';

export function summariseOrganisation(world: World, truth: Truth): string {
  const { repositories } = world.github;
  const failures = truth.episodes.flatMap((episode) => episode.failures);
  const count = (kind: FailureRef['kind']) => failures.filter((failure) => failure.kind === kind).length;
  const total = (list: 'commits' | 'pulls' | 'deployments') =>
    repositories.reduce((sum, repository) => sum + repository[list].length, 0);
  const lines = [
    `${repositories.length} repositories, ${world.pagerduty.services.length} services`,
    `${total('pulls')} pull requests, ${total('commits')} commits, ${total('deployments')} deployments`,
    `${failures.length} failures in ${truth.episodes.length} episodes: ${count('incident')} incidents, ${count('failed_deployment')} failed deployments, ${count('reverted_change')} reverted changes`,
    `${truth.patterns.length} patterns (${truth.patterns.filter(({ seasonal }) => seasonal).length} seasonal, ${truth.patterns.filter(({ fixedAt }) => fixedAt !== null).length} fixed), ${truth.oneOffs.length} one-offs`,
    `${truth.coincidences.length} coincidences, ${truth.plannedReverts.length} planned reverts, ${truth.unclearReverts.length} unclear ones, ${truth.reapplied.length} reverts of reverts`,
    `${truth.postMortems.length} post-mortems, ${truth.postMortems.filter(({ precision }) => precision === 'day').length} of them with a day alone`,
    ...truth.patterns.map(
      ({ id, name }) =>
        `${String(truth.episodes.filter(({ patternId }) => patternId === id).length).padStart(4)}  ${name}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
