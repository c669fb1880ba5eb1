import { publicGitHubApiUrl } from '@refrain/connectors';
import { expect, test } from 'vitest';
import { createManifestForm } from './manifest-form.ts';

const here = 'http://127.0.0.1:4010';

test.each([
  ['https://refrain.acme.example', publicGitHubApiUrl, true],
  ['https://localhost-tunnel.example.com', publicGitHubApiUrl, true],
  ['http://refrain.localhost:3000', publicGitHubApiUrl, false],
  ['http://localhost:3000', publicGitHubApiUrl, false],
  ['http://localhost:3000', here, true],
])('with Refrain at %s and GitHub at %s, the GitHub App gets a webhook: %s', (publicUrl, baseUrl, expected) => {
  const wanted = { account: 'acme', personal: false, baseUrl, scope: null };
  const registration = { state: 'state', wanted, app: null, connectionId: null };
  expect(createManifestForm(registration, publicUrl).hasWebhook).toBe(expected);
});
