import type { Schemas } from '../api/refrain.ts';

type Labels<Name extends string> = Readonly<Record<Name, string>>;

export const roleMeanings: Labels<Schemas['Role']> = {
  viewer: 'Reads all of it.',
  triager: 'Decides too: patterns, links, issues.',
  admin: 'Connects accounts, sets the policy, lets people in.',
};

/** By what somebody signs in. */
export const signInMethodLabels: Labels<Schemas['SignInMethod']> = {
  link: 'signs in by links',
  oidc: 'signs in by OpenID Connect',
  github: 'signs in by GitHub',
};

/** What a token can be narrowed to: the parts of the API as its document has them. */
export const tokenScopeLabels = {
  search: 'seen before',
  failures: 'failures',
  patterns: 'patterns',
  reports: 'reports and digests',
  improvements: 'improvements',
  corrections: 'corrections',
  catalogue: 'the catalogue',
  connections: 'connections and imports',
  events: 'events',
  library: 'the library',
} as const;
