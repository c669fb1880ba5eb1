import { createHash, randomBytes } from 'node:crypto';

/** A person with a GitHub account. A person with a role is a member of the organisation. */
export interface Person {
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: 'admin' | 'member' | null;
  /** An invitation is `pending` until it is accepted. */
  readonly state: 'active' | 'pending';
}

/** An OAuth App, with which people sign in to another service. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The URL to which people are redirected, or a prefix of that URL. */
  readonly callbackUrl: string;
}

/** A person's authorisation of an OAuth App. It exists until its code is exchanged. */
export interface PendingAuthorisation {
  readonly clientId: string;
  readonly login: string;
  readonly scopes: readonly string[];
  /** SHA-256 of the PKCE verifier in base64url; null if the client sent no challenge. */
  readonly challenge: string | null;
}

export interface People {
  put(person: Person): void;
  find(login: string): Person | null;
  list(): readonly Person[];
  addApp(app: OAuthApp): void;
  findApp(clientId: string): OAuthApp | null;
  /** Records that a person authorises an OAuth App. Returns a code that can be exchanged once. */
  authorise(consent: PendingAuthorisation): string;
  takeConsent(code: string): PendingAuthorisation | null;
}

/** Creates the list of people who sign in with a browser. The list is kept only in memory. */
export function createPeople(): People {
  const people = new Map<string, Person>();
  const apps = new Map<string, OAuthApp>();
  const consents = new Map<string, PendingAuthorisation>();
  return {
    put: (person) => void people.set(person.login.toLowerCase(), person),
    find: (login) => people.get(login.toLowerCase()) ?? null,
    list: () => [...people.values()],
    addApp: (app) => void apps.set(app.clientId, app),
    findApp: (clientId) => apps.get(clientId) ?? null,
    authorise(consent) {
      const code = randomBytes(10).toString('hex');
      consents.set(code, consent);
      return code;
    },
    takeConsent(code) {
      const consent = consents.get(code) ?? null;
      consents.delete(code);
      return consent;
    },
  };
}

/** Returns whether a PKCE verifier matches the challenge (RFC 7636, 4.6). */
export function matchesPkceChallenge(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null) return true;
  return verifier !== undefined && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
