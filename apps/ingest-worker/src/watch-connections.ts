import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';

/** Streams that are compared in one round: an organisation of a thousand repositories is done within a day. */
const auditsPerRound = 60;

/** As often as a repository's commits are compared, its own word on its services is read again. */
function repositoryOf({ connectionId, stream }: { readonly connectionId: string; readonly stream: string }) {
  const [, repository] = /^commits:(.+)$/u.exec(stream) ?? [];
  return repository === undefined ? [] : [{ connectionId, repository }];
}

/** Has every connection looked after, and the books compared that are due. */
export function createWatchConnections({ store, producer, now }: IngestDeps): Handler<'watch-connections'> {
  return async () => {
    const connections = await store.connections.list();
    await producer.enqueueMany(
      'watch-connection',
      connections.filter(({ provider }) => provider !== 'archive').map(({ id }) => ({ connectionId: id })),
    );
    const due = await store.audits.listDue(new Date(now()).toISOString(), auditsPerRound);
    await producer.enqueueMany('audit-stream', due);
    await producer.enqueueMany('read-catalogue', due.flatMap(repositoryOf));
  };
}
