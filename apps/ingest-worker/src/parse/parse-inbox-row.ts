import { judgeDescribedRevert, judgePlannedWork } from '@refrain/analysis';
import {
  dropImplausibleDates,
  type ProviderRegistry,
  redactNamesInProse,
  scrubParsedPayload,
} from '@refrain/connectors';
import { type Connection, type ConnectionScope, type RawRecord, toAppError } from '@refrain/domain';
import type { InboxRow, ParsedRecord } from '@refrain/store';

type ParsedRow = Omit<ParsedRecord, 'inboxId'>;

export function parseInboxRow(
  providers: ProviderRegistry,
  row: InboxRow,
  scope: ConnectionScope,
  now: number,
): ParsedRecord {
  const parsed = parseRecord(providers, { provider: row.provider, scope }, row, now);
  const isImported = providers.find(row.provider)?.account === undefined;
  if (!isImported) return { inboxId: row.id, ...parsed };
  // Files do not say when a row changed, so the time of the import is the version, and the last import wins.
  return { inboxId: row.id, ...parsed, failures: parsed.failures.map((one) => ({ ...one, version: row.receivedAt })) };
}

/**
 * Parses a record into the failures and changes that are in scope, without secrets and implausible dates. The outcome of a payload
 * that cannot be parsed is `unreadable`.
 */
export function parseRecord(
  providers: ProviderRegistry,
  { provider, scope }: Pick<Connection, 'provider' | 'scope'>,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
  now: number,
): ParsedRow {
  try {
    const observed = dropImplausibleDates(providers.readRecord(provider, { type, payload }, scope), now);
    const isImported = providers.get(provider).account === undefined;
    const scrubbed = scrubParsedPayload(observed);
    const { failures, ...parsed } = isImported ? judgeReverts(scrubbed) : scrubbed;
    return { problem: null, ...parsed, failures: failures.map(redactNamesInProse).map(judgePlannedWork) };
  } catch (thrown) {
    return createUnreadableRow(toAppError(thrown).message);
  }
}

/** Judges imported reverts by their text, because a file says only that a change was reverted, not whether something failed. */
function judgeReverts(parsed: Omit<ParsedRow, 'problem'>): Omit<ParsedRow, 'problem'> {
  const failures = parsed.failures.map((failure) => {
    if (failure.kind !== 'reverted_change') return failure;
    const { verdict, confidence, evidence } = judgeDescribedRevert(failure.title, failure.text);
    return { ...failure, isFailure: verdict === 'failure', confidence, decidingWords: [...evidence] };
  });
  return { ...parsed, failures };
}

export function createIrrelevantRecord({ id }: InboxRow): ParsedRecord {
  return { inboxId: id, outcome: 'irrelevant', problem: null, failures: [], changes: [] };
}

const maxProblemLength = 1_000;

export function createUnreadableRow(problem: string): ParsedRow {
  return { outcome: 'unreadable', problem: problem.slice(0, maxProblemLength), failures: [], changes: [] };
}
