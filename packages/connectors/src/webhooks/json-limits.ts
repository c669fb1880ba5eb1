/**
 * The most levels of objects and lists that a JSON text may have. Events of providers have fewer than ten, and
 * additions of monitoring tools far fewer than a hundred. A megabyte of brackets takes a fifth of a second to parse,
 * and from some 6,000 levels on, recursive functions exhaust the stack.
 */
const maxLevels = 1_000;
/**
 * The most values, lists and objects that a JSON text may have, whatever its length. A GitHub event has a few hundred
 * for each of at most 2,048 commits. Half a million takes half a second to parse and serialise; the millions that fit
 * into 25 MB take many seconds.
 */
const maxValues = 500_000;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Returns what exceeds a limit in a JSON text, as the end of a sentence; null if nothing does. Takes time in proportion
 * to the length, and accepts any bytes.
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
