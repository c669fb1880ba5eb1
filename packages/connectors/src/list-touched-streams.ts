import { FullRepositoryName, type Provider, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { PagerDutyId } from './pagerduty/id.ts';

/** Streams of a repository in which GitHub tells in full what an event tells in short. */
const githubStreams: Readonly<Record<string, readonly string[]>> = {
  push: ['commits', 'postmortems'],
  pull_request: ['pulls'],
  deployment: ['deployments'],
  deployment_status: ['deployments'],
  workflow_run: ['runs', 'deployments'],
  issues: ['issues'],
  issue_comment: ['issues'],
};

const GitHubEvent = z.looseObject({ repository: z.looseObject({ full_name: FullRepositoryName }) });
const PagerDutyEvent = z.looseObject({
  event: z.looseObject({
    data: z.looseObject({ service: z.looseObject({ id: PagerDutyId }).nullish().catch(null) }).nullish(),
  }),
});

/**
 * Where to look for the rest of what a webhook tells: files, logs, alerts and notes are not in it. Some of the streams may
 * not be there. Empty for a record that was pulled.
 */
export function listTouchedStreams(
  provider: Provider,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
): string[] {
  if (provider === 'github' && type.startsWith('github.event.')) {
    const event = GitHubEvent.safeParse(payload);
    const streams = githubStreams[type.slice('github.event.'.length)] ?? [];
    return event.success ? streams.map((stream) => `${stream}:${event.data.repository.full_name}`) : [];
  }
  if (provider === 'pagerduty' && type.startsWith('pagerduty.event.incident.')) {
    const service = PagerDutyEvent.safeParse(payload).data?.event.data?.service?.id;
    return ['incidents', ...(service === undefined ? [] : [`incidents:${service}`])];
  }
  return [];
}
