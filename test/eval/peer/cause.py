"""The cause of each labelled record, by a classifier that was trained on the other folds."""

import numpy as np
from records import Record, document_of
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

FOLDS = 5


Prediction = tuple[str, float, int]
"""The cause, how sure it is, and the number of the fold."""


def logistic_regression(documents: list[str], labels: np.ndarray) -> list[Prediction]:
    predicted: list[Prediction] = [("", 0.0, 0)] * len(documents)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(documents, labels)
    for fold, (train, test) in enumerate(folds):
        model = make_pipeline(
            TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.5),
            LogisticRegression(C=10, class_weight="balanced", max_iter=1_000),
        ).fit([documents[i] for i in train], labels[train])
        for i, chances in zip(test, model.predict_proba([documents[i] for i in test]), strict=True):
            predicted[i] = (str(model.classes_[chances.argmax()]), float(chances.max()), fold)
    return predicted


METHODS = {"logistic-regression": logistic_regression}


def predict_causes(records: list[Record], method: str) -> list[Record]:
    """`cause` of a record is the list of its true causes, of which the first is learnt."""
    labels = np.array([record["cause"][0] for record in records])
    predicted = METHODS[method]([document_of(record) for record in records], labels)
    return [
        {"id": str(record["id"]), "cause": cause, "confidence": round(confidence, 4), "fold": fold}
        for record, (cause, confidence, fold) in zip(records, predicted, strict=True)
    ]
