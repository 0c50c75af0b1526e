"""Every rule has examples: read so with the rule, and not so with the rule switched off."""

import re

import pytest

from desktop.detect import detect, rules, vetoes
from desktop.detect.languages import LANGUAGES
from desktop.detect.vi import beside

RULES = [rule for language in LANGUAGES for rule in (*language.rules, *language.steps)]


def read(text, label):
    """The text with the spans of a label in brackets; with their values, `[hôm nay=2024-09-18]`, where it tells any."""
    plain = re.sub(r"\[|(?:=[^\]]*)?\]", "", text)
    for span in reversed([span for span in detect(plain, "2024-09-18").spans if span.label == label]):
        value = f"={span.value}" if "=" in text else ""
        plain = f"{plain[: span.start]}[{plain[span.start : span.end]}{value}]{plain[span.end :]}"
    return plain


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_example_is_read_so_with_its_rule_alone(rule):
    with rules.without(rule.name):
        without = [read(example, rule.label) for example in rule.examples]
    read_so = [read(example, rule.label) for example in rule.examples]
    assert (read_so, rule.examples != (), [text for text in without if text in rule.examples]) == (
        list(rule.examples), True, [],
    )  # fmt: skip


@pytest.mark.parametrize("veto", [*vetoes.everything(), *beside.everything()], ids=lambda veto: veto.name)
def test_an_example_is_read_otherwise_without_its_veto(veto):
    with rules.without(veto.name):
        without = [read(example, veto.label) for example in veto.examples]
    read_so = [read(example, veto.label) for example in veto.examples]
    assert (read_so, veto.examples != (), [text for text in without if text in veto.examples]) == (
        list(veto.examples), True, [],
    )  # fmt: skip
