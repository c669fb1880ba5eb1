/**
 * Maximum nesting depth. Events have fewer than a hundred levels; from about 6,000, recursive functions exhaust the
 * stack.
 */
const maxLevels = 1_000;
/**
 * Maximum number of values. A GitHub event has a few hundred for each of at most 2,048 commits. Parsing and serialising
 * 500,000 takes half a second; the millions that fit into 25 MB take many seconds.
 */
const maxValues = 500_000;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Describes, as the end of a sentence, how a JSON text exceeds a limit; null if it does not. Accepts any bytes. */
export function describeExceededJsonLimit(json: Buffer, most: number = maxValues): string | null {
  let levels = 0;
  let values = 0;
  let isInText = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (isInText) {
      if (byte === backslash) index += 1;
      else if (byte === quote) isInText = false;
    } else if (byte === quote) {
      isInText = true;
    } else if (byte === openList || byte === openObject) {
      levels += 1;
      values += 1;
      if (levels > maxLevels) return `nested more than ${maxLevels} levels deep`;
    } else if (byte === closeList || byte === closeObject) {
      levels -= 1;
    } else if (byte === comma) {
      values += 1;
    }
    if (values > most) return `made of more than ${most} values`;
  }
  return null;
}
