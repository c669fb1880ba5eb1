/** Reverts are mentioned at the beginning of a text or in a line that Git adds, so the rest is not searched. */
const readLength = 4_000;

const act = /revert|\b(?:roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out)\b/iu;
/** Matches `undo` only at the start of a subject, since elsewhere it is often the name of a feature. */
const undo = /^(?:\[[^\]\n]{1,40}\] ?|\w{1,20}(?:\([^)\n]{1,40}\))?!?: ?)?und(?:o|oes|oing|id)\b/iu;

/**
 * Tells whether a change may be a revert. Its files are then requested, so false positives are better than false
 * negatives.
 */
export function looksLikeRevert(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => {
    const start = text?.slice(0, readLength).trimStart() ?? '';
    return act.test(start) || undo.test(start);
  });
}
