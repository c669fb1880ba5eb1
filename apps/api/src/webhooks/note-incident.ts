import { estimateNoteConfidence, isEntryAssumedCorrect, renderIncidentNote } from '@refrain/analysis';
import { hourInMs, type NewIncident, type RawRecord, secondInMs, toAppError } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { searchFailures } from '../search/search-failures.ts';
import type { WebhookDeliveryReceiver } from './find-receiver.ts';

const maxChangeAgeMs = 24 * hourInMs;
const maxChanges = 4;
/** Milliseconds to wait for the alerts of an incident, after which only the title is used. */
const timeoutMs = 3 * secondInMs;

/**
 * Creates a function that compares a new incident with patterns, and stores a pending incident note if the policy allows one
 * and a pattern matches confidently. The function bypasses the ingestion queues, and its promise never rejects.
 */
export function createIncidentNotePreparer(
  deps: ApiDeps,
): (from: Pick<WebhookDeliveryReceiver, 'connectionId' | 'provider'>, record: RawRecord) => Promise<void> {
  const { store, providers, onError, publicUrl } = deps;
  const enqueue = createJobEnqueuer(deps);

  async function prepare(connectionId: string, incident: NewIncident): Promise<void> {
    const { policy } = await store.improvements.findPolicy();
    const { notesFor, notesFrom: sender } = policy;
    if (sender === null || !isWanted(notesFor, incident.service)) return;
    const [text, clustered, changes] = await Promise.all([
      readAlertTextText(connectionId, incident),
      store.patterns.countClusteredFailures(),
      listSuspects(incident),
    ]);
    const { answer, vote, words } = await searchFailures(deps, { text, limit: 10 }, true);
    if (vote === null || (await store.patterns.find(vote.patternId))?.judgement === 'dismissed') return;
    const recurring = clustered.inPatterns / Math.max(1, clustered.failures);
    const confidence = estimateNoteConfidence({ ...vote, words, recurring });
    const { incidentId, startedAt } = incident;
    const content = renderIncidentNote({ answer, confidence, changes, startedAt, publicUrl: publicUrl() });
    if (content === null) return;
    const noteId = await store.outbox.addNote({ connectionId, incidentId, content, sender });
    if (noteId !== null) await enqueue('write-note', [{ noteId }]);
  }

  /** Returns the title with the texts of the alerts, which the webhook event does not contain. */
  async function readAlertTextText(connectionId: string, { incidentId, title }: NewIncident): Promise<string> {
    try {
      const connection = await store.connections.find(connectionId);
      const credential = await store.connections.readCredential(connectionId);
      if (connection === null || credential === null) return title;
      const { provider, account, baseUrl } = connection;
      const signal = AbortSignal.timeout(timeoutMs);
      const text = await deps.readAlertText({ provider, account, baseUrl }, credential, incidentId, signal);
      return `${title}\n${text}`;
    } catch (thrown) {
      onError(toAppError(thrown));
      return title;
    }
  }

  async function listSuspects({ service, startedAt }: NewIncident) {
    const entries = await store.catalogue.listByService(service);
    const repositories = entries.filter(isEntryAssumedCorrect).map(({ repository }) => repository);
    const since = new Date(Date.parse(startedAt) - maxChangeAgeMs).toISOString();
    return store.changes.listLatest([...new Set(repositories)], since, startedAt, maxChanges);
  }

  return async ({ connectionId, provider }, record) => {
    try {
      const incident = providers.get(provider).incidentNotes?.findTriggered(record) ?? null;
      if (incident !== null) await prepare(connectionId, incident);
    } catch (thrown) {
      onError(toAppError(thrown));
    }
  };
}

function isWanted(notesFor: readonly string[], service: string): boolean {
  return notesFor.some((name) => name === '*' || name.toLowerCase() === service.toLowerCase());
}
