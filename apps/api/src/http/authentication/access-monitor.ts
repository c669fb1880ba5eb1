import { type AppError, type Role, secondInMs, toAppError } from '@refrain/domain';
import type { Grant, Store } from '@refrain/store';

/** The token or session of an event stream, with the role of the user when the stream began. */
export interface MonitoredAccess extends Grant {
  readonly role: Role;
}

export interface AccessMonitor {
  /** Calls `onLost` within a second after the token or session ended or the role changed. Returns a stop function. */
  watch(grant: MonitoredAccess, onLost: () => void): () => void;
}

interface Monitored {
  readonly grant: MonitoredAccess;
  readonly onLost: () => void;
}

/** Ends event streams whose clients lose access. Checks the access of all streams with one query per second. */
export function createAccessMonitor(
  { access }: Pick<Store, 'access'>,
  onError: (error: AppError) => void,
  everyMs = secondInMs,
): AccessMonitor {
  const watched = new Set<Monitored>();
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    const present = [...watched];
    const roles = await access.listValidGrants(present.map(({ grant }) => grant));
    for (const one of present) {
      const { kind, id, role } = one.grant;
      if (roles.get(`${kind}/${id}`) !== role && watched.delete(one)) one.onLost();
    }
  }

  function schedule(): void {
    timer = setTimeout(async () => {
      await check().catch((thrown: unknown) => {
        // The streams continue, because nobody can lose access while the database is unavailable.
        const error = toAppError(thrown);
        if (error.code !== 'unavailable') onError(error);
      });
      if (watched.size > 0) schedule();
      else timer = undefined;
    }, everyMs);
    timer.unref();
  }

  return {
    watch(grant, onLost) {
      const one = { grant, onLost };
      watched.add(one);
      if (timer === undefined) schedule();
      return () => void watched.delete(one);
    },
  };
}
