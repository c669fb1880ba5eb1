/**
 * The most characters of a text that are read. The revert is named at the beginning, or in the line that Git writes.
 */
const readLength = 4_000;

const act = /revert|\b(?:roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out)\b/iu;
/** Matches `undo` only at the beginning of a subject, since many buttons have that name. */
const undo = /^(?:\[[^\]\n]{1,40}\] ?|\w{1,20}(?:\([^)\n]{1,40}\))?!?: ?)?und(?:o|oes|oing|id)\b/iu;

/**
 * Tells whether a change may revert an earlier one, so that its files are worth a request. Prefers false positives,
 * because the detector decides about reverts over all changes.
 */
export function looksLikeRevert(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => {
    const start = text?.slice(0, readLength).trimStart() ?? '';
    return act.test(start) || undo.test(start);
  });
}
