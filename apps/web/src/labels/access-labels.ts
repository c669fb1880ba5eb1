import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

export const roleMeanings: Labels<Schemas['Role']> = {
  viewer: 'Reads patterns, failures, reports and settings.',
  triager: 'Also reviews patterns, corrects failures, and approves or declines fixes.',
  admin: 'Also connects accounts, sets the policy, invites people and reads the audit log.',
};

export const signInMethodLabels: Labels<Schemas['SignInMethod']> = {
  link: 'Signs in with a link',
  oidc: 'Signs in with OpenID Connect',
  github: 'Signs in with GitHub',
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
