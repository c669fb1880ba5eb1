import ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Json = Readonly<Record<string, unknown>>;

export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
  readonly params: readonly string[];
  readonly requestTypes: readonly string[];
  readonly statuses: readonly string[];
  readonly responseTypes: readonly string[];
}

export interface OpenApiDocumentCheck {
  readonly operations: readonly DocumentedOperation[];
  /** Lists how a JSON request body deviates from the OpenAPI document. */
  checkRequest(operation: DocumentedOperation, body: unknown): readonly string[];
  /**
   * Lists how the status, the media type and the body of a response deviate from the OpenAPI document. Undocumented fields count as
   * deviations.
   */
  checkResponse(
    operation: DocumentedOperation,
    status: number,
    mediaType: string | null,
    text: string,
  ): readonly string[];
}

export function createOpenApiDocumentCheck(document: Json): OpenApiDocumentCheck {
  const closed = close(document) as Json;
  const ajv = new ajv2020.Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(closed, 'document');

  function problemsOf(pointer: readonly string[], value: unknown): string[] {
    const location = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const check = ajv.compile({ $ref: `document#/${location}` });
    if (check(value)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  function locationOf({ path, method }: DocumentedOperation): string[] {
    return ['paths', path, method];
  }

  return {
    operations: listOperations(document),

    checkRequest(operation, body) {
      return problemsOf([...locationOf(operation), 'requestBody', 'content', 'application/json', 'schema'], body);
    },

    checkResponse(operation, status, mediaType, text) {
      const isFault = status >= 500;
      const described = operation.statuses.includes(String(status)) ? String(status) : isFault ? 'default' : null;
      if (described === null) return [`the status ${status} is not described`];
      const location = locate(closed, [...locationOf(operation), 'responses', described]);
      const content = (get(closed, location) as Json).content as Json | undefined;
      if (content === undefined) return text === '' ? [] : ['there is a body, and none is described'];
      if (mediaType === null || !(mediaType in content)) return [`the media type ${mediaType} is not described`];
      const value: unknown = mediaType.endsWith('json') ? JSON.parse(text) : text;
      return problemsOf([...location, 'content', mediaType, 'schema'], value);
    },
  };
}

function listOperations(document: Json): DocumentedOperation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => {
      const { operationId, security, requestBody, responses } = described as Json;
      const [first] = Object.values(responses as Record<string, Json>);
      return {
        id: String(operationId),
        method,
        path,
        isOpen: Array.isArray(security) && security.length === 0,
        params: [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name),
        requestTypes: Object.keys(((requestBody as Json | undefined)?.content as Json | undefined) ?? {}),
        statuses: Object.keys(responses as Json),
        responseTypes: Object.keys((first?.content as Json | undefined) ?? {}),
      };
    }),
  );
}

function locate(document: Json, location: readonly string[]): readonly string[] {
  const { $ref } = get(document, location) as Json;
  return typeof $ref === 'string' ? $ref.slice('#/'.length).split('/') : location;
}

function get(document: Json, location: readonly string[]): unknown {
  return location.reduce<unknown>((value, part) => (value as Json)[part], document);
}

/** Forbids additional properties. Clients tolerate unknown fields, but an undocumented field is a mistake of the API. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  const closed = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, close(item)]));
  const isOpenObject = closed.type === 'object' && 'properties' in closed && !('additionalProperties' in closed);
  return isOpenObject ? { ...closed, additionalProperties: false } : closed;
}
