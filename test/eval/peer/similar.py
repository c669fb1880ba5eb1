"""For each record the most similar others: of all, and of those that were created before it."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp
from records import Record, document_of
from vectors import bm25_vectors, character_vectors, mixed_vectors, word_vectors

NEIGHBOURS = 20
BLOCK = 256
"""Questions that are answered at once: bounds the memory to so many rows of scores."""

METHODS = {
    "words": word_vectors,
    "characters": character_vectors,
    "bm25": bm25_vectors,
    "mix": mixed_vectors,
}


def find_similar(records: list[Record], method: str) -> Iterator[Record]:
    """
    Instants are compared as they are written, so a file has them in one form; of equal scores the record that stands
    first in the file comes first.
    """
    vectors = METHODS[method]([document_of(record) for record in records])
    questions, answers = vectors if isinstance(vectors, tuple) else (vectors, vectors)
    created = [str(record.get("created") or "") for record in records]
    ranks = np.unique(created, return_inverse=True)[1]
    transposed = sp.csc_matrix(answers.T)
    for start in range(0, len(records), BLOCK):
        scores = (questions[start : start + BLOCK] @ transposed).toarray()
        for offset, row in enumerate(scores):
            at = start + offset
            row[at] = -np.inf
            found = {"id": str(records[at]["id"]), "neighbours": list_best(row, records)}
            row[ranks >= ranks[at]] = -np.inf
            yield {**found, "earlier": list_best(row, records)}


def list_best(scores: np.ndarray, records: list[Record]) -> list[Record]:
    best = np.argsort(-scores, kind="stable")[:NEIGHBOURS]
    return [{"id": str(records[i]["id"]), "score": round(float(scores[i]), 6)} for i in best if scores[i] > -np.inf]
