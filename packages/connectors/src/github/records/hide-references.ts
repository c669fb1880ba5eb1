/**
 * Matches what may name a change: an address, a number (`#12`, `acme/api!12`) or a sha. Word boundaries are the same as in the readers of
 * such names in @refrain/analysis, so that they find nothing in what is left.
 */
const reference = /https?:\/\/\S{1,2000}|[#!]\d{1,20}|\b(?=[0-9a-f]{0,39}\d|[0-9a-f]{40}\b)[0-9a-f]{7,40}\b/giu;

/** Replaces what may name a change in a text whose writer may not change the repository; its other words stay. */
export function hideReferences(text: string): string {
  return text.replace(reference, '…');
}
