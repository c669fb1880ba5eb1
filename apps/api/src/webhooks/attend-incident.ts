import { renderNote } from '@refrain/analysis';
import { readTriggeredIncident } from '@refrain/connectors';
import { hourInMs, type RawRecord, type TriggeredIncident, toAppError } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { answerSearch } from '../search/answer-search.ts';

/** Changes that came earlier are not shown. */
const shortlyMs = 24 * hourInMs;
const mostChanges = 4;
/** Of a suggestion of the catalogue that nobody has confirmed. */
const leastScore = 0.5;

/**
 * Looks at incidents as they begin: where the policy wants it of the service and it is sure that there were such before, a note
 * is owed. Beside the request that brought the event, which does not wait; and past all queues of what is to be taken in.
 */
export function createAttendIncident(deps: ApiDeps): (connectionId: string, record: RawRecord) => void {
  const { store, onError, publicUrl } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);

  async function attend(connectionId: string, incident: TriggeredIncident): Promise<void> {
    const { policy } = await store.policies.find();
    const { notesFor, notesFrom: sender } = policy;
    if (sender === null || !isWanted(notesFor, incident.service)) return;
    const [answer, changes] = await Promise.all([
      answerSearch(deps, { text: incident.title, limit: 10 }),
      listSuspects(incident),
    ]);
    const { incidentId, startedAt } = incident;
    const content = renderNote({ answer, changes, startedAt, publicUrl: publicUrl() });
    if (content === null) return;
    const noteId = await store.incidentNotes.owe({ connectionId, incidentId, content, sender });
    if (noteId !== null) await enqueueOrLeave('write-note', [{ noteId }]);
  }

  async function listSuspects({ service, startedAt }: TriggeredIncident) {
    const entries = await store.catalogue.listOf(service);
    const repositories = entries
      .filter(({ status, score }) => status === 'confirmed' || (status === 'suggested' && score >= leastScore))
      .map(({ repository }) => repository);
    const since = new Date(Date.parse(startedAt) - shortlyMs).toISOString();
    return store.changes.listLatest([...new Set(repositories)], since, startedAt, mostChanges);
  }

  return (connectionId, record) => {
    const incident = readTriggeredIncident(record);
    if (incident !== null) void attend(connectionId, incident).catch((thrown: unknown) => onError(toAppError(thrown)));
  };
}

function isWanted(notesFor: readonly string[], service: string): boolean {
  return notesFor.some((name) => name === '*' || name.toLowerCase() === service.toLowerCase());
}
