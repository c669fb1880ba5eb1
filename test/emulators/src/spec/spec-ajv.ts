import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { prepareDocument } from './prepare-schema.ts';

export interface SchemaChecker {
  /** Returns the problems of a value, one line each. `pointer` names a schema in the document. */
  check(pointer: string, value: unknown): readonly string[];
}

/**
 * Values of `format` in the vendors' documents that are not validated, because JSON Schema does not define them or defines them more
 * strictly than the vendors.
 */
const looseFormats = ['repo.nwo', 'timestamp', 'tzinfo', 'activesupport-time-zone', 'time'];

function createAjv(coerceTypes: 'array' | false): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, coerceTypes, logger: false });
  formats.default(ajv);
  for (const format of looseFormats) ajv.addFormat(format, true);
  ajv.addFormat('url', (text: string) => URL.canParse(text));
  return ajv;
}

export function createSchemaChecker(
  document: Readonly<Record<string, unknown>>,
  coerceTypes: 'array' | false,
): SchemaChecker {
  const ajv = createAjv(coerceTypes);
  ajv.addSchema(prepareDocument(document), 'spec');
  const compiled = new Map<string, ValidateFunction>();
  return {
    check(pointer, value) {
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `spec${pointer}` });
      compiled.set(pointer, validate);
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? 'does not fit'}`);
    },
  };
}
