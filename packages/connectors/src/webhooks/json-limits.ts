/**
 * Levels of objects and lists that a JSON text may have. No provider's event has ten, and what monitoring tools add is far from a
 * hundred. A megabyte of brackets takes a fifth of a second to parse, and from some 6,000 levels on, functions that walk the
 * value run out of stack.
 */
const maxLevels = 1_000;
/**
 * Values, lists and objects that a JSON text may have, whatever its length. An event of GitHub has a few hundred for each of at
 * most 2,048 commits. So many take half a second to parse and to serialise; millions, which fit into 25 MB, take many.
 */
const maxValues = 500_000;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Returns what is too much in a JSON text, as the end of a sentence; null if nothing is. Takes time in proportion to the length,
 * and may be given any bytes.
 * @param most values that are permitted
 */
export function describeJsonExcess(json: Buffer, most: number = maxValues): string | null {
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
