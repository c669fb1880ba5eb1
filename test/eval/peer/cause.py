"""The cause of each labelled record, by a classifier that was trained on the other folds."""

import numpy as np
from records import Record, document_of
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

FOLDS = 5


def logistic_regression(documents: list[str], labels: np.ndarray) -> list[tuple[str, float]]:
    predicted: list[tuple[str, float]] = [("", 0.0)] * len(documents)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(documents, labels):
        model = make_pipeline(
            TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.5),
            LogisticRegression(C=10, class_weight="balanced", max_iter=1_000),
        ).fit([documents[i] for i in train], labels[train])
        for i, chances in zip(test, model.predict_proba([documents[i] for i in test]), strict=True):
            predicted[i] = (str(model.classes_[chances.argmax()]), float(chances.max()))
    return predicted


METHODS = {"logistic-regression": logistic_regression}


def predict_causes(records: list[Record], method: str) -> list[Record]:
    """`cause` of a record is the list of its true causes, of which the first is learnt."""
    labels = np.array([record["cause"][0] for record in records])
    predicted = METHODS[method]([document_of(record) for record in records], labels)
    return [
        {"id": str(record["id"]), "cause": cause, "confidence": round(confidence, 4)}
        for record, (cause, confidence) in zip(records, predicted, strict=True)
    ]
