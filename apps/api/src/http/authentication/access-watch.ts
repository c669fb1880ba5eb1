import { type AppError, type Role, secondInMs, toAppError } from '@refrain/domain';
import type { Grant, Store } from '@refrain/store';

/** A token or session with which somebody reads an answer that has no end, and the role that it had at the beginning. */
export interface WatchedGrant extends Grant {
  readonly role: Role;
}

/** Tells answers that have no end when their reader loses access. */
export interface AccessWatch {
  /** Calls `onLost` once, at the latest a second after the grant ended or its role changed. @returns a function that stops watching */
  watch(grant: WatchedGrant, onLost: () => void): () => void;
}

interface Watched {
  readonly grant: WatchedGrant;
  readonly onLost: () => void;
}

/** All watched grants are checked by one query each second; there is none while nothing is watched. */
export function createAccessWatch(
  { access }: Pick<Store, 'access'>,
  onError: (error: AppError) => void,
  everyMs = secondInMs,
): AccessWatch {
  const watched = new Set<Watched>();
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
        // While the database is away nobody can lose access, so readers stay.
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
