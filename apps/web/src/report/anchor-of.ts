/** The name under which an episode of the page can be linked to. */
export function anchorOf(ref: string): string {
  return `ref-${ref.toLowerCase()}`;
}
