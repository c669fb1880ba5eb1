import { createNumericId } from '../http/create-numeric-id.ts';
import type { Call, Reply, Route } from '../http/reply.ts';
import type { GitHubContext } from './context.ts';
import { moved } from './error-reply.ts';

const repositoryPath = /^\/repos\/([^/?]+)\/([^/?]+)/u;

/** Replaces the id of a repository or organisation in a URL by the name, so that the URL matches the documented paths. */
export function toCanonicalUrl({ state }: GitHubContext, url: string): string {
  const repository = /^\/repositories\/(\d+)/u.exec(url);
  const found = repository ? state.findRepositoryById(Number(repository[1])) : null;
  if (found !== null) return url.replace(/^\/repositories\/\d+/u, `/repos/${found.owner}/${found.name}`);
  const organisation = /^\/organizations\/(\d+)/u.exec(url);
  const isOwnOrganisation = Number(organisation?.[1]) === createNumericId('user', state.organisation);
  return isOwnOrganisation ? url.replace(/^\/organizations\/\d+/u, `/orgs/${state.organisation}`) : url;
}

/** Replaces the name of a repository or organisation in a URL by the id, as GitHub does in Link headers and redirects. */
function opaquePath({ state }: GitHubContext, url: string): string {
  const [, owner = '', name = ''] = repositoryPath.exec(url) ?? [];
  const found = state.findRepository(owner, name);
  if (found !== null) return url.replace(repositoryPath, `/repositories/${found.id}`);
  return url.replace(/^\/orgs\/[^/?]+/u, `/organizations/${createNumericId('user', state.organisation)}`);
}

export function redirectIfRenamed({ state, addresses }: GitHubContext, call: Call, route: Route): Reply | null {
  const { owner, repo } = call.parameters;
  const renamed = owner === undefined || repo === undefined ? null : state.findRenamed(owner, repo);
  if (renamed === null) return null;
  return moved(route.method, `${addresses.api}${call.url.replace(repositoryPath, `/repositories/${renamed.id}`)}`);
}

/** Creates a Link header like GitHub's. Its URLs contain ids, so a client must follow them unchanged. */
export function formatLinkHeader(context: GitHubContext, reply: Reply, url: string): string | null {
  if (reply.page === undefined) return null;
  const { number, perPage, total } = reply.page;
  const last = Math.max(1, Math.ceil(total / perPage));
  const target = new URL(opaquePath(context, url), context.addresses.api);
  const to = (page: number): string => {
    target.searchParams.set('page', String(page));
    return target.href;
  };
  const links = [
    number > 1 ? `<${to(Math.min(number - 1, last))}>; rel="prev"` : null,
    number < last ? `<${to(number + 1)}>; rel="next"` : null,
    number < last ? `<${to(last)}>; rel="last"` : null,
    number > 1 ? `<${to(1)}>; rel="first"` : null,
  ].filter((link) => link !== null);
  return links.length === 0 ? null : links.join(', ');
}
