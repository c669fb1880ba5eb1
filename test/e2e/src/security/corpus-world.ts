import { dayInMs } from '@refrain/domain';
import type { World, WorldIncident } from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';
import { allHostileTexts, hostileTextsByAttack } from './hostile-texts-by-attack.ts';

export const hostileIncidentTitle = 'Turnstile firmware rejects badges after the nightly restart';

/**
 * Generates a small company with one recurring failure. Each occurrence has one hostile text in its title, all hostile texts in its
 * description, and some of them in the names of the service and of changes.
 * @param unread a text that is stored in a field that Refrain does not read
 */
export function createHostileTextWorld(unread: string): World {
  const { world } = generateOrganisation(5, { services: 2, repositories: 2, changes: 12, failures: 2, days: 60 });
  const [service, ...services] = world.pagerduty.services;
  const pieces = Object.values(hostileTextsByAttack);
  const hostile = pieces.map((piece, index) => createIncident(index, piece, service?.id ?? '', unread));
  const incidents = [...world.pagerduty.incidents, ...hostile].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const named =
    service === undefined
      ? []
      : [{ ...service, name: `Turnstile ${hostileTextsByAttack.html} ${hostileTextsByAttack.mention}`.slice(0, 120) }];
  const repositories = world.github.repositories.map((repository) => ({
    ...repository,
    pulls: repository.pulls.map((pull, at) => ({
      ...pull,
      title: `${pull.title} ${pieces[at % pieces.length]}`.slice(0, 250),
    })),
  }));
  return {
    github: { ...world.github, repositories },
    pagerduty: { ...world.pagerduty, services: [...named, ...services], incidents },
  };
}

/** Age in days of the last occurrence. If it were older, Refrain would send no notification about it. */
const lastDaysAgo = 5;

function createIncident(index: number, piece: string, serviceId: string, unread: string): WorldIncident {
  const daysAgo = lastDaysAgo + 19 * (Object.keys(hostileTextsByAttack).length - 1 - index);
  const createdAt = new Date(Date.now() - daysAgo * dayInMs).toISOString();
  const resolvedAt = new Date(Date.parse(createdAt) + 70 * 60_000).toISOString();
  const title = `${hostileIncidentTitle} ${piece}`.slice(0, 450);
  return {
    id: `QCORPUS${index}`,
    number: 9_000 + index,
    title,
    description: `${title}\nBadgeRejectedError: turnstile firmware lost its badge table in the nightly restart\n${allHostileTexts}`,
    serviceId,
    urgency: 'high',
    priority: null,
    createdAt,
    resolvedAt,
    updatedAt: resolvedAt,
    assigneeId: null,
    incidentKey: `${unread}/${index}`,
    alerts: [],
    notes: [],
    logEntries: [],
  };
}
