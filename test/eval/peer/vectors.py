"""Textbook vectors of documents, as rows of sparse matrices of which the dot product is the similarity."""

import re

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer


def word_vectors(documents: list[str]) -> sp.csr_matrix:
    """TF-IDF of words, rows of length 1."""
    return TfidfVectorizer(
        sublinear_tf=True, stop_words="english", min_df=2, max_df=0.3, dtype=np.float32
    ).fit_transform(documents)


def character_vectors(documents: list[str]) -> sp.csr_matrix:
    """TF-IDF of character 3-grams and 4-grams over letters and digits between single spaces, rows of length 1."""
    plain = [f" {re.sub('[^a-z0-9]+', ' ', document.lower()).strip()} " for document in documents]
    return TfidfVectorizer(
        analyzer="char", ngram_range=(3, 4), sublinear_tf=True, min_df=2, max_df=0.3, dtype=np.float32
    ).fit_transform(plain)


def mixed_vectors(documents: list[str]) -> sp.csr_matrix:
    """Words and characters, half of the cosine each."""
    halves = [word_vectors(documents), character_vectors(documents)]
    return sp.hstack([half * np.float32(np.sqrt(0.5)) for half in halves]).tocsr()


def bm25_vectors(documents: list[str], k1: float = 1.2, b: float = 0.75) -> tuple[sp.csr_matrix, sp.csr_matrix]:
    """
    Questions (how often each word occurs) and answers (weights of Okapi BM25, Robertson & Zaragoza 2009): the dot product
    of a question with an answer is the score.
    """
    questions = CountVectorizer(stop_words="english", min_df=2, dtype=np.float32).fit_transform(documents).tocsr()
    answers = questions.copy()
    lengths = np.asarray(answers.sum(axis=1)).ravel()
    frequencies = np.bincount(answers.indices, minlength=answers.shape[1])
    idf = np.log1p((len(documents) - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    rows = np.repeat(np.arange(len(documents)), np.diff(answers.indptr))
    damping = k1 * (1 - b + b * lengths[rows] / max(float(lengths.mean()), 1.0))
    answers.data = idf[answers.indices] * answers.data * (k1 + 1) / (answers.data + damping)
    return questions, answers
