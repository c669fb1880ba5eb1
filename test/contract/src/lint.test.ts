import { startApiUnderTest } from '@refrain/api/testing';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';

const api = await startApiUnderTest();
const { body: document } = await api.ask('GET', '/v1/openapi.json');

/** Lists the findings of `spectral lint` with `extends: spectral:oas`, including warnings, and parameters without a description. */
async function lint(text: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({
    extends: [[oas as unknown as RulesetDefinition, 'recommended']],
    rules: { 'oas3-parameter-description': 'warn' },
  });
  const findings = await spectral.run(text);
  return findings.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`);
}

test('the linter finds no problem in the OpenAPI document', async () => {
  expect(await lint(JSON.stringify(document))).toEqual([]);
});

test('the linter reports a missing operation id and an unknown type', async () => {
  const text = JSON.stringify(document)
    .replace('"operationId":"listFailures",', '')
    .replace('"type":"integer"', '"type":"whole"');
  const findings = await lint(text);
  expect(findings.filter((finding) => finding.startsWith('operation-operationId '))).toEqual([
    expect.stringContaining('operation-operationId paths//v1/failures/get'),
  ]);
  expect(findings).toContainEqual(expect.stringContaining('oas3-schema paths//v1/failures/get'));
});
