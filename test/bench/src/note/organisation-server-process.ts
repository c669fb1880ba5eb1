import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';
import { emulatorToken } from '../emulator-server.ts';
import type { OrganisationServerCommand, OrganisationState } from './organisation-server.ts';

/**
 * Child process that emulates GitHub and PagerDuty for a sample organisation without rate limits. The parent process chooses which
 * incidents recur.
 */
const failures = Number(process.env.BENCH_FAILURES);
const { world } = generateOrganisation(Number(process.env.BENCH_SEED), {
  failures,
  changes: Math.min(3_000, 4 * failures),
});
const notedAt = new Map<string, number>();
let notes = 0;
const begun: { id: string | null; readonly sentAt: number }[] = [];
const options = { token: emulatorToken, limits: 'off' as const, keptExchanges: 0 };
const github = await startGitHubEmulator({ ...options, world: world.github });
const pagerduty = await startPagerDutyEmulator({
  ...options,
  world: world.pagerduty,
  onExchange({ method, path, status }) {
    const [, incidentId] = /^\/incidents\/([^/]+)\/notes$/u.exec(path) ?? [];
    if (method !== 'POST' || status >= 300 || incidentId === undefined) return;
    notes += 1;
    if (!notedAt.has(incidentId)) notedAt.set(incidentId, performance.now());
  },
});
const earlier = world.pagerduty.incidents.map(({ id, title, description, serviceId, alerts }) => ({
  id,
  title,
  description,
  service: serviceId,
  details: alerts[0]?.details ?? {},
}));

/** Opens a new incident that has the title and the details of an earlier one. */
function trigger(id: string): void {
  const like = earlier.find((one) => one.id === id);
  if (like === undefined) throw new RangeError(`There is no earlier incident ${id}`);
  const { id: _, ...incident } = like;
  const one: (typeof begun)[number] = { id: null, sentAt: performance.now() };
  begun.push(one);
  void pagerduty.act.openIncident(incident).then((opened) => {
    one.id = opened.id;
  });
}

process.on('message', (request: OrganisationServerCommand) => {
  if (request.kind === 'trigger') return trigger(request.id);
  const served: OrganisationState = {
    urls: { github: github.url, pagerduty: pagerduty.url },
    organisation: world.github.organisation,
    subdomain: world.pagerduty.subdomain,
    sender: world.pagerduty.users[0]?.email ?? '',
    earlier: request.kind === 'readHistory' ? earlier.map(({ id, title, details }) => ({ id, title, details })) : [],
    notes,
    triggered: begun.map(({ id, sentAt }) => ({ sentAt, notedAt: notedAt.get(id ?? '') ?? null })),
  };
  process.send?.(served);
});
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
process.send?.({ ready: true });
