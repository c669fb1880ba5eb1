import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { EmulatorUrls } from './emulator-urls.ts';

export type SimpleUser = components['schemas']['simple-user'];

/** Formats a user or an organisation within another object. */
export function formatUser(addresses: EmulatorUrls, login: string, type: 'User' | 'Organization' = 'User'): SimpleUser {
  const key = `${type} ${login}`;
  const user = addresses.users.get(key) ?? present(addresses, login, type);
  addresses.users.set(key, user);
  return user;
}

function present(addresses: EmulatorUrls, login: string, type: 'User' | 'Organization'): SimpleUser {
  const url = `${addresses.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: createNumericId('user', login),
    node_id: createNodeId('U', login),
    avatar_url: `${addresses.web}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url,
    html_url: `${addresses.web}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : type,
    site_admin: false,
  };
}

/** Formats the token's own user for `GET /user`. */
export function formatAuthenticatedUser(
  addresses: EmulatorUrls,
  login: string,
  createdAt: string,
): components['schemas']['public-user'] {
  return {
    ...formatUser(addresses, login),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
