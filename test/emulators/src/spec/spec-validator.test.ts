import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { assertExchangesConform } from './assert-exchanges-conform.ts';
import { createSpecValidator } from './spec-validator.ts';

const folder = mkdtempSync(join(tmpdir(), 'spec-'));
afterAll(() => rmSync(folder, { recursive: true }));
const thing = {
  type: 'object',
  required: ['id', 'note', 'twin'],
  properties: {
    id: { type: 'integer', minimum: 0, exclusiveMinimum: true },
    note: { type: 'string', nullable: true, example: 'x' },
    example: { type: 'boolean' },
    twin: { $ref: '#/components/schemas/Twin' },
    lost: { $ref: '#/components/schemas/Lost' },
    state: { type: 'string', enum: ['on'], nullable: true },
    url: { type: 'string', format: 'uri' },
  },
};
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
const document = {
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
          { name: 'From', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: { 200: { content } },
      },
      post: { requestBody: { required: true, content }, responses: { 204: {} } },
    },
  },
  components: {
    schemas: { Thing: thing, Twin: { type: 'object', nullable: true, properties: { id: { type: 'integer' } } } },
  },
};
const path = join(folder, 'spec.json');
writeFileSync(path, JSON.stringify(document));
const validator = createSpecValidator(path);

function exchange(changes: Partial<Exchange>): Exchange {
  return {
    provider: 'github',
    method: 'GET',
    path: '/things/7',
    query: {},
    requestHeaders: { from: 'a' },
    requestBody: undefined,
    status: 200,
    responseHeaders: {},
    responseBody: { id: 1, note: null, twin: null, state: null, lost: 5 },
    at: '',
    ...changes,
  };
}
const problems = (changes: Partial<Exchange>) =>
  validator.validate(exchange(changes)).map(({ side, problem }) => `${side}: ${problem}`);

it('the validator accepts null for a nullable schema, and any value for a reference to a missing schema', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ query: { limit: '5' } })).toEqual([]);
});

it.each<[string, Partial<Exchange>, RegExp]>([
  ['a missing field', { responseBody: { id: 1, note: 'x' } }, /response: .*twin/u],
  [
    'a wrong type behind a reference',
    { responseBody: { id: 1, note: 'x', twin: { id: 'x' } } },
    /response: \/twin\/id/u,
  ],
  ['null in a field that is not nullable', { responseBody: { id: null, note: 'x', twin: null } }, /response: \/id/u],
  ['a number at an exclusive bound', { responseBody: { id: 0, note: 'x', twin: null } }, /response: \/id must be > 0/u],
  [
    'a wrong type of a property that is called example',
    { responseBody: { id: 1, note: 'x', twin: null, example: 1 } },
    /response: \/example/u,
  ],
  ['a bad format', { responseBody: { id: 1, note: 'x', twin: null, url: '' } }, /response: \/url/u],
  ['a missing response body', { responseBody: undefined }, /response: the body is missing/u],
  ['an unknown status', { status: 201 }, /response: status 201/u],
  ['a bad path parameter', { path: '/things/x' }, /request: path parameter id/u],
  ['a bad query parameter', { query: { limit: 'x' } }, /request: query parameter limit/u],
  ['an unknown query parameter', { query: { since: 'x' } }, /request: query parameter since is not documented/u],
  ['a missing header', { requestHeaders: {} }, /request: header parameter From is missing/u],
  ['an unknown operation', { path: '/other' }, /request: the document has no such operation/u],
  ['an unwanted body', { requestBody: {} }, /request: a body was sent/u],
  ['a missing request body', { method: 'POST', status: 204, responseBody: undefined }, /request: the body is missing/u],
  [
    'a bad request body',
    { method: 'POST', status: 204, responseBody: undefined, requestBody: { id: 1 } },
    /request: .*note/u,
  ],
])('the validator finds %s', (_, changes, expected) => {
  expect(problems(changes).join('\n')).toMatch(expected);
});

it('the conformance check fails if no exchange was recorded', () => {
  expect(() => assertExchangesConform([], { github: validator, pagerduty: validator })).toThrow('nothing was checked');
});
