/**
 * What Node is told when it runs a process. The API answers many requests at once: with 16 MB for young objects, Node's own
 * choice, most of what they hold is taken for old before they end, and the whole heap is gone through every few seconds.
 */
export function nodeOptionsOf(name: string): readonly string[] {
  return name === 'api' ? ['--max-semi-space-size=64'] : [];
}
