import type { Random } from '@refrain/sample-org';
import type { EmulatedCompany } from '../company/emulated-company.ts';

/**
 * Things to which all events happen: more data is no reason to take more memory then. So many that each has no history that nobody's
 * has: the emulated providers, and who reads it, would be ever slower of that.
 */
const [issueCount, incidentCount] = [600, 600];
const incidentShare = 0.2;

/** Makes things at both accounts, and from then on only changes them: what is stored does not grow but by the payloads. */
export async function createSteadyEvents(
  { github, pagerduty }: EmulatedCompany,
  random: Random,
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
