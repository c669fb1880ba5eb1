import {
  AppError,
  type Caller,
  type Decider,
  type Instant,
  includesRole,
  type Role,
  type Scope,
  scopesInclude,
} from '@refrain/domain';
import type { RequestHandler, Response } from 'express';
import type { WatchedGrant } from './access-watch.ts';

/** Who asks, and what they may do. */
export interface Access {
  /** By what the caller is told from others: a token, or a session. */
  readonly caller: string;
  /** As the audit has it, and as texts do. */
  readonly decider: Decider;
  readonly name: string;
  readonly user: Caller;
  /**
   * The scopes of the token that was sent, or of the token whose link began the session if they permit less than the user's role;
   * null for any other session, which may do all that its user may.
   */
  readonly scopes: readonly Scope[] | null;
  /** When that token ends; null for one that does not, and without one. */
  readonly expiresAt: Instant | null;
  /** The id of that token: what this caller makes ends with it. */
  readonly tokenId: string | null;
  /** For answers that have no end. */
  readonly grant: WatchedGrant;
}

/** By the id of a session or token; null where nobody was found. */
export function findCaller({ locals }: Response): string | null {
  return (locals.access as Access | undefined)?.caller ?? null;
}

/** What `authenticate` found. @throws {AppError} `internal` where it did not run */
export function accessOf({ locals }: Response): Access {
  const access = locals.access as Access | undefined;
  if (access === undefined) throw new AppError('internal', 'Nobody was asked who this is');
  return access;
}

/**
 * Lets a request through whose caller may do it.
 * @param part of the API, which scopes are of
 */
export function authorise(needs: Role, part: string): RequestHandler {
  return (_request, response, next) => {
    const { user, scopes } = accessOf(response);
    if (!includesRole(user.role, needs)) {
      throw new AppError(
        'forbidden',
        `This takes the role of ${needs}, and you are ${user.role}: ask an admin for it.`,
      );
    }
    if (scopes !== null && !scopesInclude(scopes, `${part}:${needs}`)) {
      throw new AppError(
        'forbidden',
        `This token does not reach so far: it takes one with the scope ${part}:${needs} or ${needs}.`,
      );
    }
    next();
  };
}

/**
 * For what gives more access: a caller cannot give what they have not.
 * @throws {AppError} `forbidden`
 */
export function refuseBeyond({ user, scopes }: Access, wanted: readonly Scope[]): void {
  const own = scopes ?? [user.role];
  const beyond = wanted.find((scope) => !scopesInclude(own, scope) || !scopesInclude([user.role], scope));
  if (beyond === undefined) return;
  throw new AppError(
    'forbidden',
    `You cannot give the scope ${beyond}: what asks for it has no more than ${own.join(', ')}.`,
  );
}

/**
 * For what lasts longer than a token that ends.
 * @throws {AppError} `forbidden`
 */
export function refuseLasting({ expiresAt }: Access): void {
  if (expiresAt === null) return;
  throw new AppError(
    'forbidden',
    'A token that expires makes no sign-in link, which would last longer: sign in, or take one that does not.',
  );
}
