import type { World } from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';

/** HTML, Markdown, a script's address and one endless word, as an alert's title may carry them. */
export const hostileText = `<img src=x onerror="window.hacked=1"> **bold** [click](javascript:window.hacked=1) ${'w'.repeat(150)}`;

/** A small company; the incidents of the failure that pages it most have titles that end in hostile text. */
export function createHostileWorld(): World {
  const { world, truth } = generateOrganisation(5, {
    services: 40,
    repositories: 60,
    changes: 200,
    failures: 200,
    days: 540,
  });
  const incidentsOf = new Map<string, string[]>();
  for (const { patternId, failures } of truth.episodes) {
    if (patternId === null) continue;
    const ids = failures.filter(({ kind }) => kind === 'incident').map(({ id }) => id);
    incidentsOf.set(patternId, [...(incidentsOf.get(patternId) ?? []), ...ids]);
  }
  const [most = []] = [...incidentsOf.values()].sort((a, b) => b.length - a.length);
  for (const incident of world.pagerduty.incidents) {
    if (most.includes(incident.id)) incident.title = `${incident.title} ${hostileText}`;
  }
  return world;
}
