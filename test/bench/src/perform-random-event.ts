import { people, type RandomStream } from '@refrain/sample-org';
import type { OrganisationSimulation } from '@refrain/year/simulation';
import { drawChangeTitle, drawSentences, drawSymptom } from './world/words.ts';

/**
 * Performs a random everyday action at the emulated providers: half are merges of a pull request, four in ten are deployments (every fifth
 * one fails), and one in ten is an incident. Each action causes several provider events.
 */
export async function performRandomEvent(
  { github, pagerduty }: OrganisationSimulation,
  repositories: readonly string[],
  services: readonly string[],
  random: RandomStream,
): Promise<void> {
  const repository = random.pick(repositories);
  const kind = random.weighted({ merge: 5, deployment: 4, incident: 1 });
  if (kind === 'merge') {
    const { login } = random.pick(people);
    await github.act.mergePull({
      repository,
      title: drawChangeTitle(random),
      body: drawSentences(random, 2),
      author: login,
    });
    return;
  }
  if (kind === 'deployment') {
    const { id } = await github.act.addDeployment({ repository });
    const state = random.chance(0.2) ? 'failure' : 'success';
    await github.act.addDeploymentStatus({
      repository,
      deploymentId: id,
      state,
      description: drawSentences(random, 1),
    });
    return;
  }
  const service = random.pick(services);
  const { id } = await pagerduty.act.openIncident({
    service,
    title: drawSymptom(random),
    description: drawSentences(random, 1),
  });
  await pagerduty.act.acknowledgeIncident({ id });
  await pagerduty.act.resolveIncident({ id });
}
