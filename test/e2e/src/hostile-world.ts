import type { World, WorldIncident } from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';

/** HTML, Markdown, a script URL and one very long word, as an attacker could put them into the title of an alert. */
const hostileText = `<img src=x onerror="window.hacked=1"> **bold** [click](javascript:window.hacked=1) ${'w'.repeat(150)}`;

/** Returns a small organisation in which the same failure occurred four times, with hostile text in its title. */
export function createHostileWorld(): World {
  const { world } = generateOrganisation(5, { changes: 100, failures: 100, days: 540 });
  const serviceId = world.pagerduty.services[0]?.id ?? '';
  const hostile = ['2025-09-03', '2025-12-11', '2026-03-20', '2026-07-01'].map((day, index) =>
    createHostileIncident(index, day, serviceId),
  );
  const incidents = [...world.pagerduty.incidents, ...hostile].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return { ...world, pagerduty: { ...world.pagerduty, incidents } };
}

function createHostileIncident(index: number, day: string, serviceId: string): WorldIncident {
  const title = `Turnstile firmware rejects badges after the nightly restart ${hostileText}`;
  return {
    id: `QHOSTILE${index}`,
    number: 9_000 + index,
    title,
    description: `${title}\nBadgeRejectedError: turnstile firmware lost its badge table in the nightly restart`,
    serviceId,
    urgency: 'high',
    priority: null,
    createdAt: `${day}T03:00:00.000Z`,
    resolvedAt: `${day}T04:10:00.000Z`,
    updatedAt: `${day}T04:10:00.000Z`,
    assigneeId: null,
    incidentKey: `turnstile/${day}`,
    alerts: [],
    notes: [],
    logEntries: [],
  };
}
