import numpy as np
import pytest
from slovnet.exec.model import Conv1d, Weight

from according.language.engine import engine
from according.language.layers import Convolution, WordVectors


@pytest.mark.parametrize(("batch", "words", "width"), [(1, 1, 3), (8, 40, 3), (3, 7, 5)])
def test_convolution_gives_the_very_numbers_of_slovnet(batch: int, words: int, width: int) -> None:
    random = np.random.default_rng(batch)
    weights, bias, given = (
        random.normal(size=size).astype(np.float32) for size in ((16, 12, width), (16,), (batch, 12, words))
    )
    layer = Conv1d(Weight(weights.shape, "float32", weights), Weight(bias.shape, "float32", bias), width // 2)
    assert np.array_equal(Convolution(layer)(given), layer(given))


def test_vectors_are_looked_up_once_for_a_batch() -> None:
    asked: list[int] = []

    def embedding(words: np.ndarray) -> np.ndarray:
        asked.append(int(words[0]))
        return words * 2.0

    vectors = WordVectors(embedding)
    first, second = np.array([1]), np.array([2])
    found = [vectors(each)[0] for each in (first, first, second, first, np.array([3]))]
    assert (found, asked) == ([2.0, 2.0, 4.0, 2.0, 6.0], [1, 2, 1, 3])


def test_the_models_of_the_engine_share_their_vectors() -> None:
    models = [getattr(engine("ru"), name).infer.model for name in ("_tag", "_parse", "_name")]
    assert len({id(model.emb.word) for model in models}) == 1
    assert all(isinstance(layer.conv, Convolution) for model in models for layer in model.encoder.layers)
