/** Names of the similarity methods of the Python baselines. */
export const similarBaselines: readonly string[] = ['words', 'characters', 'bm25', 'mix'];
