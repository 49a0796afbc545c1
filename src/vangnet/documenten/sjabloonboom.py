# SPDX-License-Identifier: EUPL-1.2
"""The sandbox that a template runs in; the second lock, for what isn't in a paragraph. No Django.

docxtpl also fills attributes, properties and footnotes: every source passes `Taal._parse`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateAssertionError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

_MAG = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.Not,
    nodes.Name,
    nodes.Getattr,
    nodes.Filter,
)
_FILTERS = ("upper", "lower", "capitalize")


class Taal(SandboxedEnvironment):
    """jinja2 with three filters and nothing else; gebruikt: the fields that were named."""

    def __init__(self, velden: Mapping[str, Sequence[str]]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals = {}
        self.tests = {}
        self.filters = {naam: self.filters[naam] for naam in _FILTERS}
        self.gebruikt: set[str] = set()
        self._velden = velden

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        boom = super()._parse(source, name, filename)
        self._keur(boom)
        return boom

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute of anything: a row is a plain dict, read by its keys."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called."""
        return False

    def _keur(self, boom: nodes.Template) -> None:
        lussen = list(boom.find_all(nodes.For))
        regels = {lus.target.name for lus in lussen if isinstance(lus.target, nodes.Name)}
        namen = {een.name for een in boom.find_all(nodes.Name)}
        genest = any(next(lus.find_all(nodes.For), None) for lus in lussen)
        anders = any(lus.test or lus.recursive for lus in lussen)
        vreemd = [een for een in boom.find_all(nodes.Node) if type(een) not in _MAG]
        if vreemd or genest or anders or namen - regels - set(self._velden):
            raise TemplateAssertionError("not in a template", 1)
        self.gebruikt |= namen & set(self._velden)


class Ingevuld(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A letter whose XML is whole after filling; the library would mend it, and lose text."""

    def fix_tables(self, xml: str) -> Any:
        """Raises XMLSyntaxError for a block that begins in one place and ends in another."""
        etree.fromstring(xml)
        return super().fix_tables(xml)
