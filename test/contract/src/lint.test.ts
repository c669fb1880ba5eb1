import { startApiUnderTest } from '@refrain/api/testing';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';

const api = await startApiUnderTest();
const { body: document } = await api.ask('GET', '/v1/openapi.json');

/** What `spectral lint` says with `extends: spectral:oas`, and of parameters that are not described; warnings too. */
async function lint(text: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({
    extends: [[oas as unknown as RulesetDefinition, 'recommended']],
    rules: { 'oas3-parameter-description': 'warn' },
  });
  const findings = await spectral.run(text);
  return findings.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`);
}

test('the linter of OpenAPI documents has nothing to say', async () => {
  expect(await lint(JSON.stringify(document))).toEqual([]);
});

test('it has where something is wrong', async () => {
  const text = JSON.stringify(document);
  expect(await lint(text.replace('"operationId":"listFailures",', ''))).toEqual([
    expect.stringContaining('operation-operationId paths//v1/failures/get'),
  ]);
  expect(await lint(text.replace('"type":"integer"', '"type":"whole"'))).toEqual(
    expect.arrayContaining([expect.stringContaining('oas3-schema paths//v1/failures/get')]),
  );
});
