import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const token = 'ghp_test';
const authorised = { authorization: `Bearer ${token}` };
const hostile = `<script>alert("1")</script> & 'more'`;
let emulator: GitHubEmulator;
beforeAll(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token });
});
afterAll(() => emulator.close());

async function open(url: string) {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

it("an issue's html_url shows the issue as static text without a token", async () => {
  const issues = `${emulator.url}/repos/acme/shop/issues`;
  const issue = { title: hostile, body: `# Why\n\n${hostile}`, labels: ['refrain', hostile] };
  const { body } = await requestJson<{ number: number; html_url: string }>(issues, authorised, 'POST', issue);
  await requestJson(`${issues}/${body.number}/comments`, authorised, 'POST', { body: `It came back ${hostile}` });
  const asked = emulator.requests().length;

  const { status, headers, html } = await open(body.html_url);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;';
  expect(html).toContain(`<h1>${escaped} #${body.number}</h1>`);
  expect(html).toContain('<p>open · opened by refrain-bot at ');
  expect(html).toContain(`<ul><li>refrain</li><li>${escaped}</li></ul>`);
  expect(html).toContain(`<pre># Why\n\n${escaped}</pre>`);
  expect(html).toContain(`<pre>It came back ${escaped}</pre>`);
  expect(html).not.toContain('<script');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(emulator.requests()).toHaveLength(asked);
});

it.each(['acme/shop/issues/99', 'acme/none/issues/1', 'other/shop/issues/7', 'acme/shop/issues/x'])(
  'the emulator returns 404 for the unknown page %s',
  async (path) => {
    const { status, html } = await open(`${emulator.url}/web/${path}`);
    expect([status, html]).toEqual([404, expect.stringContaining('There is no such issue here.')]);
  },
);
