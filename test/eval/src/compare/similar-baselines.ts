/** Methods of finding similar records that the peer knows, by their names there. */
export const similarBaselines: readonly string[] = ['words', 'characters', 'bm25', 'mix'];
