import * as domain from '@refrain/domain';
import { z } from 'zod';
import { createDocument, type oas31, type ZodOpenApiOperationObject, type ZodOpenApiOverride } from 'zod-openapi';
import { sessionCookieName } from '../authentication/cookie.ts';
import type { Route } from '../routing/define-route.ts';
import { tags } from '../routing/tags.ts';
import { addDescriptions, type Descriptions } from './add-descriptions.ts';
import { describeOperation } from './describe-operation.ts';
import { createErrorResponseDescriber } from './error-response-describer.ts';
import { descriptions as generatedDescriptions } from './generated/descriptions.ts';

/** Additions raise the minor version, incompatible changes the major version. */
const version = '1.0.0';

const introduction = `The Refrain API: failures, patterns and reports, and people's decisions about them.

- **Lists** accept \`limit\` (1 to 200, by default 50) and \`after\`, which is \`next\` of the previous page. \`total\` counts the items of all pages, up to 10000. Unknown parameters are rejected.
- **Errors** are problem details (RFC 9457) with a \`code\`, which is an enum; \`retryable\` says whether the same request may succeed later.
- **Instants** are ISO 8601. Requests may use any offset; responses use UTC with milliseconds.
- **Entity tags**: responses have an \`ETag\`. A request with \`If-None-Match\` gets 304 if nothing has changed. Routes that accept \`If-Match\` reject a decision that refers to an outdated version.
- **Roles**: a viewer reads, a triager also decides, and an admin also connects accounts and invites people. A token permits what its scopes state (\`viewer\`, or \`search:viewer\` for the operations with one tag), and never more than its owner may do.
- **Retries**: a POST with an \`Idempotency-Key\` is executed once; if it is repeated with the same key within a day, the response is the same. A failed request can be retried with the same key. Operations without this header can be repeated safely, except those whose response contains a secret.
- **Compatibility**: responses may get additional fields. Existing fields keep their described meaning.`;

export function createOpenApiDocument(
  routes: readonly Route[],
  descriptions: Descriptions = generatedDescriptions,
): oas31.OpenAPIObject {
  nameSchemas();
  const describeErrors = createErrorResponseDescriber();
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeOperation(route, describeErrors) };
  }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Refrain',
        version,
        description: introduction,
        contact: { name: 'Refrain' },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'The server that serves this document.' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      security: [{ token: [] }, { session: [] }],
      paths,
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A token from `POST /v1/tokens`.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookieName,
            description:
              "The session of a signed-in browser. With TLS, the name of the cookie begins with `__Host-`. If the URL has a port, the name ends with the port. Writes are accepted only from Refrain's own web page.",
          },
        },
      },
    },
    { override: simplify },
  );
  describeParameters(document);
  addDescriptions(document, descriptions);
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

/** Registers the domain's exported schemas by name, so that the routes' schemas become components of the document. */
function nameSchemas(): void {
  for (const [id, schema] of Object.entries<unknown>(domain)) {
    if (schema instanceof z.ZodType) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  }
}

/** Copies descriptions of optional schemas to parameters, which zod-openapi does not do. */
function describeParameters({ paths = {} }: oas31.OpenAPIObject): void {
  for (const { parameters = [] } of Object.values(paths).flatMap((path) => Object.values(path ?? {}))) {
    for (const parameter of parameters as oas31.ParameterObject[]) {
      const { description } = (parameter.schema ?? {}) as oas31.SchemaObject;
      if (description !== undefined) parameter.description ??= description;
    }
  }
}

/**
 * Removes keywords that do not help a client: `additionalProperties: false` in responses, patterns of dates and times, and the
 * bounds of safe integers.
 */
const simplify: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};
