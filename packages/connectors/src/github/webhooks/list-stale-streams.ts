import { FullRepositoryName } from '@refrain/domain';
import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';

/** Maps an event to the streams with details that the event lacks. */
const streamsByEvent: Readonly<Record<string, readonly string[]>> = {
  push: ['commits', 'postmortems'],
  pull_request: ['pulls'],
  deployment: ['deployments'],
  deployment_status: ['deployments'],
  workflow_run: ['runs', 'deployments'],
  issues: ['issues'],
  issue_comment: ['issues'],
};

const RepositoryEvent = z.looseObject({ repository: z.looseObject({ full_name: FullRepositoryName }) });

/** Lists the streams with details, such as files and logs, that an event lacks. Some of the streams may not exist. */
export function listStaleStreams({ type, payload }: StoredRecord): string[] {
  if (!type.startsWith('github.event.')) return [];
  const event = RepositoryEvent.safeParse(payload);
  const streams = streamsByEvent[type.slice('github.event.'.length)] ?? [];
  return event.success ? streams.map((stream) => `${stream}:${event.data.repository.full_name}`) : [];
}
