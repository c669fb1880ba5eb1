import { join } from 'node:path';
import { startApiUnderTest } from '@refrain/api/testing';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { readDescriptions } from './read-descriptions.ts';

const api = await startApiUnderTest();
const root = join(import.meta.dirname, '../../..');
const descriptions = readDescriptions(join(root, 'packages/domain/src'));
const again = 'npx vitest run -u --project stored test/contract';

test('the checked-in descriptions match the comments of the schemas', async () => {
  const text = `/** Generated from the comments of the schemas: ${again} */
export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(descriptions, null, 2)};
`;
  await expect(text).toMatchFileSnapshot(join(root, 'apps/api/src/http/openapi/generated/descriptions.ts'));
});

test('the OpenAPI document describes each field with the comment of its schema', () => {
  const comment = descriptions.ListedFailure?.externalId;
  expect(comment).toContain('unique per connection and kind');
  expect(api.describe(descriptions)).toHaveProperty(
    'components.schemas.ListedFailure.properties.externalId.description',
    comment,
  );
});

test("the client's types match the OpenAPI document", async () => {
  // Takes the descriptions from the current comments of the schemas. The API would serve the checked-in descriptions, which may
  // be outdated.
  const types = astToString(await openapiTypescript(api.describe(descriptions) as OpenAPI3));
  const head = `/** Generated from the OpenAPI document: ${again} */\n\n`;
  await expect(head + types).toMatchFileSnapshot(join(root, 'packages/client/src/schema.ts'));
});
