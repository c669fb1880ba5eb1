import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';

/** Returns whether a text contains all words of another in any form, so that it need not be repeated. */
export function isContained(part: string, text: string): boolean {
  const own = new Set(listStems(text));
  return listStems(part).every((one) => own.has(one));
}

function listStems(text: string): string[] {
  return listTokens(text).map(({ value }) => stem(value));
}
