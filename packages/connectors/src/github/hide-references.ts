/**
 * What may name a change: an address, a number (`#12`, `acme/api!12`), and a sha. Its ends of words are those of the readers of such names
 * in @refrain/analysis, so that nothing that they would find is left.
 */
const reference = /https?:\/\/\S{1,2000}|[#!]\d{1,20}|\b(?=[0-9a-f]{0,39}\d|[0-9a-f]{40}\b)[0-9a-f]{7,40}\b/giu;

/** Replaces what may name a change in a text whose writer may not change the repository; its other words stay. */
export function hideReferences(text: string): string {
  return text.replace(reference, '…');
}
