"""The group of each record, by the usual methods on TF-IDF vectors; null for a record that is alone."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import scipy.sparse as sp
from records import Record, document_of
from sklearn.cluster import DBSCAN, HDBSCAN, AgglomerativeClustering
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize
from vectors import mixed_vectors, word_vectors


def hdbscan_lsa(documents: list[str]) -> np.ndarray:
    words = word_vectors(documents)
    topics = TruncatedSVD(min(100, words.shape[1] - 1), random_state=0).fit_transform(words)
    return HDBSCAN(min_cluster_size=2).fit_predict(normalize(topics))


def hdbscan_cosine(documents: list[str]) -> np.ndarray:
    return HDBSCAN(min_cluster_size=2, metric="precomputed").fit_predict(distances(word_vectors(documents)))


def linkage(vectors: Callable[[list[str]], sp.csr_matrix], kind: str, threshold: float):
    def group(documents: list[str]) -> np.ndarray:
        clustering = AgglomerativeClustering(
            n_clusters=None, distance_threshold=threshold, linkage=kind, metric="precomputed"
        )
        return clustering.fit_predict(distances(vectors(documents)))

    return group


def dbscan(documents: list[str]) -> np.ndarray:
    return DBSCAN(eps=0.5, min_samples=2, metric="precomputed").fit_predict(distances(word_vectors(documents)))


METHODS = {
    "hdbscan-lsa": hdbscan_lsa,
    "hdbscan-cosine": hdbscan_cosine,
    "average-0.5": linkage(word_vectors, "average", 0.5),
    "average-0.6": linkage(word_vectors, "average", 0.6),
    "average-0.7": linkage(word_vectors, "average", 0.7),
    "complete-mix-0.6": linkage(mixed_vectors, "complete", 0.6),
    "complete-mix-0.7": linkage(mixed_vectors, "complete", 0.7),
    "dbscan-0.5": dbscan,
}


def group_records(records: list[Record], method: str) -> list[Record]:
    labels = METHODS[method]([document_of(record) for record in records]).tolist()
    sizes = Counter(labels)
    return [
        {"id": str(record["id"]), "pattern": str(label) if label >= 0 and sizes[label] > 1 else None}
        for record, label in zip(records, labels, strict=True)
    ]


def distances(vectors: sp.csr_matrix) -> np.ndarray:
    """Cosine distances of all pairs, in n² memory."""
    found = 1 - (vectors @ vectors.T).toarray().astype(np.float64)
    np.clip(found, 0, None, out=found)
    np.fill_diagonal(found, 0)
    return found
