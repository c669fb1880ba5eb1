import { readFileSync } from 'node:fs';
import type { Exchange } from '../http/exchange.ts';
import { createOperationFinder, type OpenApiOperation } from './find-operation.ts';
import { addMissingOperations } from './missing-operations.ts';
import { resolvePointer } from './prepare-schema.ts';
import { createSchemaChecker, type SchemaChecker } from './spec-ajv.ts';

type Json = Readonly<Record<string, unknown>>;

/** Corrections of statements in a vendor's OpenAPI document that contradict the document itself or the real API. */
const errors: readonly { readonly wrong: string; readonly right: string }[] = [
  // PagerDuty: the API returns the type `acknowledge_log_entry`, and never the type that the document names.
  { wrong: '"acknowledgement_log_entry"', right: '"acknowledge_log_entry"' },
  // GitHub: `created` is a range in search syntax, such as `>=2026-01-01`, as the parameter's description says.
  {
    wrong: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string","format":"date-time"}',
    right: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string"}',
  },
  // GitHub: the account of an installation is either a user or an enterprise, as in the schema `installation`.
  { wrong: '"account":{"nullable":true,"allOf":[', right: '"account":{"nullable":true,"anyOf":[' },
];

export interface SpecViolation {
  readonly side: 'request' | 'response';
  readonly operation: string;
  readonly problem: string;
}

export interface SpecValidator {
  validate(exchange: Exchange): readonly SpecViolation[];
}

/** Error statuses that the vendors return on any path, whether or not the document lists them for the operation. */
const commonErrors: ReadonlySet<number> = new Set([304, 400, 401, 402, 403, 404, 422, 429]);
/** OpenAPI 3.0.3 ignores header parameters with these names. */
const ignoredHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

interface Located {
  readonly pointer: string;
  readonly value: Json;
}

/** Creates a validator of requests and responses against a vendor's OpenAPI 3.0 document. Throws if the document cannot be read. */
export function createSpecValidator(specPath: string): SpecValidator {
  const document = correctOpenApiDocument(JSON.parse(readFileSync(specPath, 'utf8')) as Json);
  const find = createOperationFinder(document.paths as Record<string, Json>);
  const bodies = createSchemaChecker(document, false);
  const parameters = createSchemaChecker(document, 'array');

  return {
    validate(exchange) {
      const operation = find(exchange.method, exchange.path);
      const name = `${exchange.method} ${operation?.template ?? exchange.path}`;
      if (operation === null) {
        const problem = 'the document has no such operation';
        return exchange.status === 404 || exchange.status === 401
          ? []
          : [{ side: 'request', operation: name, problem }];
      }
      const refused = exchange.status >= 400;
      const requests = refused
        ? []
        : [
            ...parameterProblems(document, parameters, operation, exchange),
            ...requestProblems(document, bodies, operation, exchange),
          ];
      return [
        ...requests.map((problem): SpecViolation => ({ side: 'request', operation: name, problem })),
        ...responseProblems(document, bodies, operation, exchange).map(
          (problem): SpecViolation => ({ side: 'response', operation: name, problem }),
        ),
      ];
    },
  };
}

function locate(document: Json, pointer: string): Located {
  const value = (resolvePointer(document, pointer) ?? {}) as Json;
  return typeof value.$ref === 'string' ? locate(document, value.$ref) : { pointer, value };
}

function operationPointer(operation: OpenApiOperation, ...rest: string[]): string {
  const parts = ['paths', operation.template, ...rest];
  return `#/${parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

function listParameters(document: Json, operation: OpenApiOperation): Located[] {
  const pointers = [
    operationPointer(operation, operation.method, 'parameters'),
    operationPointer(operation, 'parameters'),
  ];
  return pointers.flatMap((pointer) => {
    const list = resolvePointer(document, pointer);
    return Array.isArray(list) ? list.map((_, at) => locate(document, `${pointer}/${at}`)) : [];
  });
}

function parameterProblems(
  document: Json,
  checker: SchemaChecker,
  operation: OpenApiOperation,
  exchange: Exchange,
): string[] {
  const problems: string[] = [];
  const known = new Set<string>();
  for (const { pointer, value: parameter } of listParameters(document, operation)) {
    const name = String(parameter.name);
    if (parameter.in === 'query') known.add(name);
    if (parameter.in === 'header' && ignoredHeaders.has(name.toLowerCase())) continue;
    const given =
      parameter.in === 'query'
        ? exchange.query[name]
        : parameter.in === 'path'
          ? operation.parameters[name]
          : exchange.requestHeaders[name.toLowerCase()];
    if (given === undefined) {
      if (parameter.required === true) problems.push(`${parameter.in} parameter ${name} is missing`);
      continue;
    }
    const value = separated(parameter, given);
    // A list in a query can consist of repeated parameters. For some of these lists, the document has the schema of an item instead of the
    // list.
    const values = Array.isArray(value) && schemaType(document, pointer) !== 'array' ? value : [value];
    for (const one of values) {
      for (const problem of checker.check(`${pointer}/schema`, one))
        problems.push(`${parameter.in} parameter ${name}: ${problem}`);
    }
  }
  for (const name of Object.keys(exchange.query)) {
    if (!known.has(name)) problems.push(`query parameter ${name} is not documented`);
  }
  return problems;
}

function schemaType(document: Json, pointer: string): unknown {
  return locate(document, `${pointer}/schema`).value.type;
}

function separated(parameter: Json, given: string | readonly string[]): string | readonly string[] {
  const type = (parameter.schema as Json | undefined)?.type;
  return parameter.explode === false && type === 'array' && typeof given === 'string' ? given.split(',') : given;
}

function requestProblems(
  document: Json,
  checker: SchemaChecker,
  operation: OpenApiOperation,
  exchange: Exchange,
): readonly string[] {
  const body = locate(document, operationPointer(operation, operation.method, 'requestBody'));
  if (Object.keys(body.value).length === 0) {
    return exchange.requestBody === undefined ? [] : ['a body was sent and the document has none'];
  }
  if (exchange.requestBody === undefined) return body.value.required === true ? ['the body is missing'] : [];
  return checker.check(`${body.pointer}/content/application~1json/schema`, exchange.requestBody);
}

function responseProblems(
  document: Json,
  checker: SchemaChecker,
  operation: OpenApiOperation,
  exchange: Exchange,
): readonly string[] {
  const responses = (operation.definition.responses ?? {}) as Json;
  if (responses[exchange.status] === undefined) {
    return commonErrors.has(exchange.status) ? [] : [`status ${exchange.status} is not documented`];
  }
  const response = locate(
    document,
    operationPointer(operation, operation.method, 'responses', String(exchange.status)),
  );
  const content = response.value.content as Json | undefined;
  const hasBody = exchange.responseBody !== undefined;
  if (content?.['application/json'] === undefined)
    return hasBody && exchange.status < 400 ? ['a body was given and the document has none'] : [];
  if (!hasBody) return exchange.status === 304 ? [] : ['the body is missing'];
  return checker.check(`${response.pointer}/content/application~1json/schema`, exchange.responseBody);
}

/** Corrects known errors of a vendor's document and adds operations that the excerpt lacks. */
function correctOpenApiDocument(document: Json): Json {
  const corrected = errors.reduce((text, { wrong, right }) => text.replaceAll(wrong, right), JSON.stringify(document));
  return addMissingOperations(JSON.parse(corrected) as Json);
}
