import { describe, expect, it } from 'vitest';
import { providers } from './providers.ts';

const { readRecord } = providers;

const at = '2026-03-02T03:00:00Z';
const page = 'https://ci.example/1';
const repository = { full_name: 'acme/api', default_branch: 'main' };
const deployment = { id: 4, sha: 'c'.repeat(40), environment: 'production', created_at: at };

/** Creates a record of each kind, with the URL in every place where a provider or a file may have one. */
function recordsWith(url: string): Readonly<Record<string, unknown>> {
  const pull = { number: 1, title: 'x', html_url: url, head: { ref: 'fix' }, merged_at: at, updated_at: at };
  const status = { state: 'failure', created_at: at, target_url: url, log_url: url };
  const commit = { sha: 'c'.repeat(40), html_url: url, commit: { message: 'x', author: { date: at } } };
  const issue = { number: 1, title: 'x', html_url: url, labels: ['incident'], created_at: at, updated_at: at };
  const run = { id: 1, conclusion: 'failure', html_url: url, created_at: at, updated_at: at };
  const merge = { type: 'merge_resolve_reason', incident: { id: 'Q2', html_url: url } };
  const incident = { id: 'Q1', title: 'x', created_at: at, html_url: url, resolve_reason: merge };
  const pushed = { id: 'c'.repeat(40), message: 'x', timestamp: at, url };
  return {
    'github.pull_request': { repository: 'acme/api', pull },
    'github.commit': { repository: 'acme/api', commit },
    'github.deployment': { repository: 'acme/api', deployment, statuses: [status] },
    'github.workflow_run': { repository: 'acme/api', run },
    'github.issue': { repository: 'acme/api', issue },
    'github.file': {
      repository: 'acme/api',
      path: 'a.md',
      sha: 'a',
      url,
      content: `---\ndate: ${at}\nurl: ${url}\n---\n# x`,
    },
    'github.event.push': { ref: 'refs/heads/main', repository, commits: [pushed] },
    'github.event.deployment_status': { deployment, deployment_status: status, repository },
    'pagerduty.incident': { incident, alerts: [], notes: [] },
    'pagerduty.change_event': {
      changeEvent: { id: 'C1', timestamp: at, links: [{ href: url }], custom_details: null },
    },
    'archive.incident': { id: 'a', title: 'x', created: at, url },
  };
}

function urlsOf(type: string, payload: unknown): (string | null)[] {
  const provider = type.startsWith('github') ? 'github' : type.startsWith('pagerduty') ? 'pagerduty' : 'archive';
  const { failures, changes } = readRecord(provider, { type, payload });
  return [...failures.flatMap(({ url, references }) => [url, ...references]), ...changes.map(({ url }) => url)];
}

describe('URLs in parsed records', () => {
  it.each(Object.entries(recordsWith(page)))(
    'keeps the addresses of type %s if they begin with https',
    (type, payload) => {
      const urls = urlsOf(type, payload);
      expect(urls.length).toBeGreaterThan(0);
      expect([...new Set(urls)]).toEqual([page]);
    },
  );

  it.each(
    ['javascript:alert(1)', 'data:text/html,x', 'ftp://ci.example/1'].flatMap((url) =>
      Object.entries(recordsWith(url)).map(([type, payload]) => [url, type, payload] as const),
    ),
  )('drops %s in a record of type %s', (_url, type, payload) => {
    const urls = urlsOf(type, payload);
    expect(urls.length).toBeGreaterThan(0);
    expect([...new Set(urls)]).toEqual([null]);
  });
});

it('uses the first HTTP link of a change event, and the newest HTTP link of a deployment', () => {
  const event = { id: 'C1', timestamp: at, custom_details: null };
  const links = [{ href: 'javascript:alert(1)' }, { href: page }];
  expect(urlsOf('pagerduty.change_event', { changeEvent: { ...event, links } })).toEqual([page]);
  const statuses = [{ state: 'success', created_at: at, log_url: 'javascript:alert(1)', target_url: page }];
  expect(urlsOf('github.deployment', { repository: 'acme/api', deployment, statuses })).toEqual([page]);
});
