import { startApiUnderTest } from '@refrain/api/testing';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { expect, test } from 'vitest';

const api = await startApiUnderTest();
const head = '/** Generated from the OpenAPI document: npx vitest run -u test/contract/src/client-types.test.ts */\n\n';

test('the types of the client are what the document says', async () => {
  const { body } = await api.ask('GET', '/v1/openapi.json');
  const types = astToString(await openapiTypescript(body as unknown as OpenAPI3, { alphabetize: false }));
  await expect(head + types).toMatchFileSnapshot('../../../packages/client/src/schema.ts');
});
