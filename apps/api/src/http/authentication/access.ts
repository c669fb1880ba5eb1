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
import type { MonitoredGrant } from './access-monitor.ts';

/** The authenticated caller and their permissions. */
export interface Access {
  /** Id of the token or session, e.g. `token/…`. */
  readonly caller: string;
  /** The caller as the audit records it. */
  readonly decider: Decider;
  readonly name: string;
  readonly user: Caller;
  /**
   * Scopes of the token, or of the token whose link created the session if they permit less than the role of the user; null
   * for other sessions, which have all permissions of their user.
   */
  readonly scopes: readonly Scope[] | null;
  /** Expiry of that token; null if it does not expire, or without a token. */
  readonly expiresAt: Instant | null;
  /** Id of that token. What this caller creates ends with it. */
  readonly tokenId: string | null;
  /** For event streams, which watch it. */
  readonly grant: MonitoredGrant;
}

/** Returns the id of the session or token; null if unauthenticated. */
export function findCaller({ locals }: Response): string | null {
  return (locals.access as Access | undefined)?.caller ?? null;
}

/**
 * Returns the access that `authenticate` found.
 * @throws {AppError} `internal` if it did not run
 */
export function accessOf({ locals }: Response): Access {
  const access = locals.access as Access | undefined;
  if (access === undefined) throw new AppError('internal', 'The request was not authenticated');
  return access;
}

/**
 * Rejects callers without the role, or whose token lacks the scope.
 * @param part of the API, to which scopes apply
 */
export function authorise(needs: Role, part: string): RequestHandler {
  return (_request, response, next) => {
    const { user, scopes } = accessOf(response);
    if (!includesRole(user.role, needs)) {
      throw new AppError('forbidden', `This needs the role ${needs}, and yours is ${user.role}. Ask an admin for it.`);
    }
    if (scopes !== null && !scopesInclude(scopes, `${part}:${needs}`)) {
      throw new AppError(
        'forbidden',
        `The scopes of this token do not permit this. Use a token with the scope ${part}:${needs} or ${needs}.`,
      );
    }
    next();
  };
}

/**
 * Rejects a caller who would grant more than they have.
 * @throws {AppError} `forbidden`
 */
export function refuseBeyond({ user, scopes }: Access, wanted: readonly Scope[]): void {
  const granted = scopes ?? [user.role];
  const beyond = wanted.find((scope) => !scopesInclude(granted, scope) || !scopesInclude([user.role], scope));
  if (beyond === undefined) return;
  throw new AppError(
    'forbidden',
    `You cannot grant the scope ${beyond}, because your own access has only ${granted.join(', ')}.`,
  );
}

/** Rejects a token that expires where the result would outlive it. @throws {AppError} `forbidden` */
export function refuseLasting({ expiresAt }: Access): void {
  if (expiresAt === null) return;
  throw new AppError(
    'forbidden',
    'A token that expires cannot create a sign-in link, which would outlive it. Sign in, or use a token that does not expire.',
  );
}
