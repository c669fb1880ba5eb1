import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { ChangeDraft, type ConnectionScope, defaultConnectionScope, FailureDraft } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { irrelevantParsedPayload, type ParsedPayload } from '../../contract/failure-source.ts';
import { providers } from '../../registry/providers.ts';

const { readRecord, receiveWebhook } = providers;

const Examples = z.array(
  z.object({ name: z.string(), examples: z.array(z.looseObject({ action: z.string().optional() })) }),
);
const require = createRequire(import.meta.url);
const secret = 'a secret of the test';

const recorded = Object.entries({
  'github.com': require('@octokit/webhooks-examples'),
  'GitHub Enterprise Server 3.1': require('@octokit/webhooks-examples/ghes-31/index.json'),
  'GitHub Enterprise Server 3.2': require('@octokit/webhooks-examples/ghes-32/index.json'),
  'GitHub Enterprise Server 3.3': require('@octokit/webhooks-examples/ghes-33/index.json'),
  'GitHub Enterprise Server 3.4': require('@octokit/webhooks-examples/ghes-34/index.json'),
  'GitHub Enterprise Server 3.5': require('@octokit/webhooks-examples/ghes-35/index.json'),
}).map(([server, examples]) => ({
  server,
  events: Examples.parse(examples).flatMap(({ name, examples: payloads }) =>
    payloads.map((payload) => ({ name, payload })),
  ),
}));

/** Verifies, stores and parses a delivery as ingestion does. */
async function takeIn(name: string, payload: unknown, scope: ConnectionScope): Promise<ParsedPayload> {
  const body = Buffer.from(JSON.stringify(payload));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'x-hub-signature-256': `sha256=${signature}`, 'x-github-event': name };
  const [record] = await receiveWebhook('github', { headers, body }, [secret]);
  // An App also receives the checks of other Apps, which are not stored.
  if (/^check_(?:run|suite)$/u.test(name) && record === undefined) return irrelevantParsedPayload;
  expect(record?.type).toBe(`github.event.${name}`);
  return readRecord('github', { type: record?.type ?? '', payload: record?.payload }, scope);
}

const everything = { ...defaultConnectionScope, workflows: ['*'], incidentLabels: ['bug', 'incident', ':bug: Bug'] };

describe.each(recorded)('the recorded events of $server', ({ events }) => {
  it('parses every recorded event, or treats it as irrelevant', async () => {
    const stored = new Set<string>();
    for (const { name, payload } of events) {
      const observed = await takeIn(name, payload, everything);
      FailureDraft.array().parse(observed.failures);
      ChangeDraft.array().parse(observed.changes);
      if (observed.outcome === 'stored') stored.add(name);
    }
    expect(events.length).toBeGreaterThan(40);
    expect(stored).toContain('deployment_status');
  });

  it('recorded events of repositories outside the scope are irrelevant', async () => {
    const elsewhere = { ...everything, repositories: ['acme/*'] };
    for (const { name, payload } of events.filter(({ payload }) => 'repository' in payload)) {
      expect((await takeIn(name, payload, elsewhere)).outcome).toBe('irrelevant');
    }
  });
});

it('recorded events of github.com yield pushes, deployments, issues and comments', async () => {
  const stored = new Set<string>();
  for (const { name, payload } of recorded[0]?.events ?? []) {
    if ((await takeIn(name, payload, everything)).outcome === 'stored') stored.add(name);
  }
  expect([...stored].sort()).toEqual(['deployment_status', 'issue_comment', 'issues', 'push']);
});
