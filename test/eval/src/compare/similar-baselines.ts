/** Names of the similarity methods of the peer. */
export const similarBaselines: readonly string[] = ['words', 'characters', 'bm25', 'mix'];
