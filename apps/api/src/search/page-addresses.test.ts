import { expect, test } from 'vitest';
import { listPossiblePageUrls } from './page-addresses.ts';

const pull = 'https://github.com/acme/api/pull/12';
const run = 'https://github.com/acme/api/actions/runs/99';
const incident = 'https://acme.pagerduty.com/incidents/PABC123';

test.each([
  [pull, pull],
  [`${pull}/`, pull],
  [` ${pull}?w=1#discussion_r5 `, pull],
  [`${pull}/files`, pull],
  [`${pull}/commits/abc`, pull],
  ['HTTPS://GitHub.com/acme/api/pull/12', pull],
  [`${run}/job/7?pr=3`, run],
  [`${run}/attempts/2`, run],
  [`${incident}/timeline`, incident],
  ['http://github.example:8080/acme/api/issues/3', 'http://github.example:8080/acme/api/issues/3'],
])('the URL %s leads to the stored page %s', (url, page) => {
  expect(listPossiblePageUrls(url)).toContain(page);
});

test('listPossiblePageUrls lists the most exact URL first, and no URL of a whole website', () => {
  expect(listPossiblePageUrls(`${pull}/files`)[0]).toBe(`${pull}/files`);
  expect(listPossiblePageUrls(incident).every((address) => address.endsWith('/incidents/PABC123'))).toBe(true);
  expect(listPossiblePageUrls('https://acme.example/')).toEqual(['https://acme.example', 'http://acme.example']);
  expect(listPossiblePageUrls(`https://acme.example${'/a'.repeat(900)}`)).toHaveLength(8);
});

test.each(['', 'acme/api#12', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
  'rejects %j, which is not the URL of a web page',
  (url) => {
    expect(() => listPossiblePageUrls(url)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  },
);
