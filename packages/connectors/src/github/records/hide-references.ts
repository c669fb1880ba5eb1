/**
 * Matches references to a change: an address, a number (`#12`, `acme/api!12`) or a sha. Word boundaries are the same as
 * in the readers of references in @refrain/analysis, so that these find nothing in the result.
 */
const reference = /https?:\/\/\S{1,2000}|[#!]\d{1,20}|\b(?=[0-9a-f]{0,39}\d|[0-9a-f]{40}\b)[0-9a-f]{7,40}\b/giu;

/** Replaces references to changes in a text whose author cannot change the repository. The other words stay. */
export function hideReferences(text: string): string {
  return text.replace(reference, '…');
}
