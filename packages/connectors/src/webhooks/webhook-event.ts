import { AppError, type RawRecord } from '@refrain/domain';
import { describeJsonExcess } from './json-limits.ts';

/** Stands where the name of an event should: what has it in its type is shown to the user, whatever it says. */
const nameless = 'unknown';

/** An event's name as it may stand in a record's type; what has not the form in which the provider names events is `unknown`. */
export function eventName(given: string | undefined, form: RegExp): string {
  return given !== undefined && form.test(given) ? given : nameless;
}

/** Parses a verified body as JSON. Keeps the text of one that is no JSON, is nested too deep or has too many values. */
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
 * An event of a kind that is not read is irrelevant, but only what is an event at all: one that has no name, or whose body
 * is none, is for the user to see, whichever its kind. Records that were pulled pass.
 * @throws {AppError} `invalid_input`
 */
export function checkEvent({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): void {
  const name = /^[a-z]+\.event\.(.+)$/u.exec(type)?.[1];
  if (name === undefined) return;
  const problem = problemOf(payload) ?? (name === nameless ? 'nothing that came with it names its kind' : null);
  if (problem === null) return;
  throw new AppError(
    'invalid_input',
    `Cannot read the event: ${problem}. Compare it with what the provider's log of deliveries shows; a proxy must pass on all headers`,
  );
}

/** Whether the body of an event is an object, which `parseBody` could read. */
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
