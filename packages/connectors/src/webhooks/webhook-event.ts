import { AppError, type RawRecord } from '@refrain/domain';
import { describeJsonExcess } from './json-limits.ts';

/** Replaces the name of an event that has none. Records of this type are always shown to the user. */
const nameless = 'unknown';

/** Returns the event's name for a record's type, or `unknown` if it does not have the provider's form of names. */
export function eventName(given: string | undefined, form: RegExp): string {
  return given !== undefined && form.test(given) ? given : nameless;
}

/**
 * Parses a verified body as JSON. Keeps the text of a body that is no JSON, is nested too deep or has too many values.
 */
export function parseBody(body: Buffer): RawRecord['payload'] {
  const text = body.toString('utf8');
  if (describeJsonExcess(body) !== null) return { unreadable: text };
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { unreadable: text };
  }
}

/**
 * Rejects events without a valid name or body, so that the user sees them, whatever their kind. Valid events of kinds
 * that are not read, and pulled records, pass.
 * @throws {AppError} `invalid_input`
 */
export function checkEvent({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): void {
  const name = /^[a-z]+\.event\.(.+)$/u.exec(type)?.[1];
  if (name === undefined) return;
  const problem = problemOf(payload) ?? (name === nameless ? 'nothing that came with it names its kind' : null);
  if (problem === null) return;
  throw new AppError(
    'invalid_input',
    `Cannot read the event: ${problem}. Compare it with the provider's log of deliveries; a proxy must pass on all headers`,
  );
}

/** Tells whether the body of an event is an object that `parseBody` could read. */
export function isReadable(payload: unknown): boolean {
  return problemOf(payload) === null;
}

function problemOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 'its body is no JSON object';
  const [[key, text] = [], ...others] = Object.entries(payload);
  return key === 'unreadable' && typeof text === 'string' && others.length === 0
    ? 'its body is no JSON, is nested too deep, or has too many values'
    : null;
}
