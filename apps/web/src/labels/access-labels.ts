import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

export const roleMeanings: Labels<Schemas['Role']> = {
  viewer: 'Reads everything.',
  triager: 'Also decides about patterns, links and fixes.',
  admin: 'Also connects accounts, sets the policy and invites people.',
};

export const signInMethodLabels: Labels<Schemas['SignInMethod']> = {
  link: 'signs in by links',
  oidc: 'signs in by OpenID Connect',
  github: 'signs in by GitHub',
};

/** The scopes to which a token can be limited. They are the tags of the OpenAPI document. */
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
