/** Characters of a text that are read: the act is named at the beginning, or by the line that Git writes. */
const readLength = 4_000;

const act = /revert|\b(?:roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out)\b/iu;
/** `undo` is the name of many a button: it counts where a subject begins with it. */
const undo = /^(?:\[[^\]\n]{1,40}\] ?|\w{1,20}(?:\([^)\n]{1,40}\))?!?: ?)?und(?:o|oes|oing|id)\b/iu;

/**
 * Whether a change may take an earlier one back, so that the files it touches are worth a request. Errs on the side of
 * asking: what is a revert is decided by the detector, over all changes.
 */
export function looksLikeRevert(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => {
    const start = text?.slice(0, readLength).trimStart() ?? '';
    return act.test(start) || undo.test(start);
  });
}
