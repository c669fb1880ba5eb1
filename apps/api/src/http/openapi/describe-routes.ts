import * as domain from '@refrain/domain';
import { z } from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { sessionCookieName } from '../authentication/session-cookie.ts';
import type { Route } from '../routing/define-route.ts';
import { tags } from '../routing/tags.ts';
import { addDescriptions, type Descriptions } from './add-descriptions.ts';
import { createDescribeErrors } from './describe-errors.ts';
import { describeParameters } from './describe-parameters.ts';
import { describeAnswers } from './describe-responses.ts';
import { descriptions } from './descriptions.generated.ts';
import { pruneSchemas } from './prune-schemas.ts';

/** Raised in the middle when something is added, in front when something that clients use goes. */
const version = '1.0.0';

/**
 * The OpenAPI 3.1 document of the routes. A schema that the domain exports is a component of the same name.
 * @param said of fields: what their comments say, as it is built in unless given
 */
export function describeRoutes(routes: readonly Route[], said: Descriptions = descriptions): oas31.OpenAPIObject {
  const describeErrors = createDescribeErrors();
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describe(route, describeErrors(route)) };
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
      servers: [{ url: '/', description: 'The server that this document came from.' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      security: [{ token: [] }, { session: [] }],
      paths,
      components: {
        schemas: namedSchemas(),
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A token, as `POST /v1/tokens` makes it.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookieName,
            description:
              'A browser that is signed in; behind TLS its name begins with `__Host-`, and it ends with the port where the address has one. It may write from the page of Refrain alone.',
          },
        },
      },
    },
    { override: simplify },
  );
  return addDescriptions(pruneSchemas(document), said);
}

const introduction = `What Refrain knows, and what people decide on it.

- **Lists** take \`limit\` (1 to 200, 50 unless given) and \`after\`, which is \`next\` of the page before; \`total\` counts all pages, and says 10000 where there are as many or more. A parameter that a route does not know is refused.
- **Errors** are problem details (RFC 9457) with a \`code\` from a closed list; \`retryable\` says whether the same request may succeed later.
- **Instants** are ISO 8601. What is sent may have any offset, what is answered is in UTC, to the millisecond.
- **Tags**: an answer bears an \`ETag\`; asked for again with \`If-None-Match\` it is 304 while it is the same. Where \`If-Match\` is taken, a decision counts only if what it was made on is still what is stored.
- **Roles**: a viewer reads, a triager decides too, an admin connects accounts and lets people in as well. A token does what its scopes say (\`viewer\`, or \`search:viewer\` for one part of this page), and never more than who made it may.
- **Repeating**: a POST that takes an \`Idempotency-Key\` is done once; sent again with the same key within a day it gets the same answer. What failed may be tried again with the same key. Other POSTs may be repeated without harm, but for those whose answer holds a secret.
- Answers may gain fields; those that are there stay as they are described.`;

function describe(route: Route, errors: Record<string, ZodOpenApiResponseObject>): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description = `${summary}.`, needs } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    description: needs === 'anyone' ? description : `${description}\n\nNeeds: **${needs}**.`,
    ...(needs === 'anyone' ? { security: [] } : {}),
    ...describeParameters(route),
    ...describeBody(route),
    responses: { ...describeAnswers(route), ...errors },
  };
}

function describeBody({ body, upload }: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (upload !== undefined) return { requestBody: { required: true, content: { [upload]: { schema: z.string() } } } };
  if (body === null) return {};
  const required = !body.safeParse(undefined).success;
  return { requestBody: { required, content: { 'application/json': { schema: body } } } };
}

function namedSchemas(): Record<string, z.ZodType> {
  const exported = Object.entries<unknown>(domain);
  return Object.fromEntries(exported.filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType));
}

/**
 * Readers have to bear fields that they do not know, a format says more than the expression behind it, and that an integer
 * is one that JavaScript can hold is not worth saying.
 */
const simplify: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};
