const signs = ['revert', 'rollback', 'roll back', 'rolled back', 'back out', 'backout'];

/**
 * Whether a change may take an earlier one back, so that the files it touches are worth a request. Errs on the side of
 * asking: what is a revert is decided by the detector, over all changes.
 */
export function looksLikeRevert(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => {
    const start = text?.slice(0, 4_000).toLowerCase() ?? '';
    return signs.some((sign) => start.includes(sign));
  });
}
