import type { RandomStream } from '@refrain/sample-org';
import type { EmulatedCompany } from '../company/emulated-company.ts';

/**
 * Numbers of records among which all events are distributed. They are constant, so that growing data does not explain growing memory, and
 * large, so that no record's history becomes long enough to slow down the emulators and Refrain.
 */
const [issueCount, incidentCount] = [600, 600];
const incidentShare = 0.2;

/** Creates records at both providers and then only changes these records, so that only the number of stored payloads grows. */
export async function createSteadyEvents(
  { github, pagerduty }: EmulatedCompany,
  random: RandomStream,
): Promise<(number: number) => Promise<unknown>> {
  const repositories = github.listRepositories().map(({ name }) => name);
  const services = [...new Set(pagerduty.listIncidents().map(({ serviceId }) => serviceId))];
  const issues = await Promise.all(
    Array.from({ length: issueCount }, async (_, at) => {
      const repository = repositories[at % repositories.length] ?? '';
      const title = `The queue of shard ${at} is full`;
      const { number } = await github.act.issueOpened({ repository, title, labels: ['incident'] });
      return { repository, number };
    }),
  );
  const incidents = await Promise.all(
    Array.from({ length: incidentCount }, async (_, at) => {
      const service = services[at % services.length] ?? '';
      const { id } = await pagerduty.act.openIncident({
        title: `Shard ${at} does not answer`,
        service,
        urgency: 'low',
      });
      return id;
    }),
  );
  return (number) => {
    if (random.chance(incidentShare)) {
      const priority = random.pick(['P1', 'P2', 'P3']);
      return pagerduty.act.setPriority({ id: random.pick(incidents), priority });
    }
    return github.act.issueEdited({ ...random.pick(issues), title: `The queue is full since event ${number}` });
  };
}
