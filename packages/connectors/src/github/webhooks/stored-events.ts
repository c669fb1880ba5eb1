import { FullRepositoryName, type IssueLocation, isRepositoryName } from '@refrain/domain';
import { z } from 'zod';
import type { RepositoryOrService } from '../../contract/failure-source.ts';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const RepositoryEvent = z.looseObject({ repository: z.looseObject({ full_name: FullRepositoryName }) });

const IdentifiedRepository = z.looseObject({
  repository: RepositoryEvent.shape.repository.extend({ id: z.number().int().positive() }),
});

export function findRepositoryOfEvent({ type, payload }: StoredRecord): RepositoryOrService | null {
  if (!type.startsWith('github.event.')) return null;
  const { data } = IdentifiedRepository.safeParse(payload);
  return data === undefined ? null : { id: String(data.repository.id), name: data.repository.full_name };
}

const OfRepository = z.looseObject({ repository: z.looseObject({ full_name: z.string() }) });

export function isRecordOfAccount(account: string, { type, payload }: StoredRecord): boolean {
  if (!type.startsWith('github.event.')) return true;
  const event = OfRepository.safeParse(payload);
  // An event without a readable repository is accepted here. Parsing rejects it later if a repository is needed.
  if (!event.success) return true;
  const { full_name: name } = event.data.repository;
  const [owner = ''] = name.split('/', 1);
  return isRepositoryName(name) && owner.toLowerCase() === account.toLowerCase();
}

const IssueEvent = RepositoryEvent.extend({
  issue: z.looseObject({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
});

/** Returns the issue that an event changed; empty for other records and for events about pull requests. */
export function listStaleIssues({ type, payload }: StoredRecord): IssueLocation[] {
  if (!/^github\.event\.issue(?:s|_comment)$/u.test(type)) return [];
  const { data } = IssueEvent.safeParse(payload);
  if (data === undefined || data.issue.pull_request != null) return [];
  return [{ repository: data.repository.full_name, number: data.issue.number }];
}

const streamsByEvent: Readonly<Record<string, readonly string[]>> = {
  push: ['commits', 'postmortems'],
  pull_request: ['pulls'],
  deployment: ['deployments'],
  deployment_status: ['deployments'],
  workflow_run: ['runs', 'deployments'],
  issues: ['issues'],
  issue_comment: ['issues'],
};

/** Lists the streams with details, such as files and logs, that an event lacks. Some of the streams may not exist. */
export function listStaleStreams({ type, payload }: StoredRecord): string[] {
  if (!type.startsWith('github.event.')) return [];
  const event = RepositoryEvent.safeParse(payload);
  const streams = streamsByEvent[type.slice('github.event.'.length)] ?? [];
  return event.success ? streams.map((stream) => `${stream}:${event.data.repository.full_name}`) : [];
}
