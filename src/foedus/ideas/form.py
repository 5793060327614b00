"""Forms: what a part of a document looks like, declared as a class and checked by pydantic-core.

A form is a class with annotated fields. Its schema is built once, when the first document is read,
and handed to pydantic-core, the validator under pydantic; the JSON Schema is pydantic's own. The
class machinery of pydantic itself is left out, because it is two thirds of the time that a check
of a short text takes (decision 0004).

A trailing underscore keeps a word of Python free: the field `with_` is written `with`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator, core_schema

Marker = Any
_PLAIN: dict[Any, Callable[[], CoreSchema]] = {
    str: lambda: core_schema.str_schema(strict=True),
    int: lambda: core_schema.int_schema(strict=True),
    bool: lambda: core_schema.bool_schema(strict=True),
    Any: core_schema.any_schema,
}


@dataclass(frozen=True, eq=False)
class Limits:
    """Annotation: a pattern for a text, or how long a text, list or mapping may be."""

    pattern: str | None = None
    least: int | None = None
    most: int | None = None

    def schema(self, inner: CoreSchema) -> CoreSchema:
        """The schema with these limits."""
        limits = {"min_length": self.least, "max_length": self.most, "pattern": self.pattern}
        stated: Any = {name: limit for name, limit in limits.items() if limit is not None}
        limited: CoreSchema = {**inner, **stated}
        return limited


@dataclass(frozen=True, eq=False)
class Checked:
    """Annotation: a function of the value and the ids the document defines, run after the form."""

    check: Callable[[Any, Any], Any]

    def schema(self, inner: CoreSchema) -> CoreSchema:
        """The schema with this check after it."""
        return core_schema.with_info_after_validator_function(
            lambda value, info: self.check(value, info.context), inner
        )


@dataclass(frozen=True, eq=False)
class Written:
    """Annotation: a function that reads the value as written; `json` describes what is written."""

    read: Callable[[Any], Any]
    json: CoreSchema

    def schema(self, _: CoreSchema) -> CoreSchema:
        """The schema of the value as written."""
        return core_schema.no_info_plain_validator_function(
            self.read, json_schema_input_schema=self.json
        )


@dataclass(frozen=True, eq=False)
class SpeltOut:
    """Annotation: a function that turns a short way of writing into the long one, beforehand."""

    spell: Callable[[Any], Any]
    short: tuple[CoreSchema, ...] = ()

    def schema(self, inner: CoreSchema) -> CoreSchema:
        """The schema with the short way spelt out before it."""
        written = core_schema.union_schema([*self.short, inner]) if self.short else inner
        return core_schema.no_info_before_validator_function(
            self.spell, inner, json_schema_input_schema=written
        )


class Build:
    """Builds the schema of a form and of every form it mentions."""

    def __init__(self) -> None:
        self.definitions: dict[str, CoreSchema] = {}

    def of(self, kind: Any) -> CoreSchema:
        """The schema of an annotation."""
        if kind in _PLAIN:
            return _PLAIN[kind]()
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._annotated(args[0], args[1:])
        if origin in (Union, UnionType):
            return self._either(args)
        if origin is not None:
            return self._holding(origin, args)
        if not (isinstance(kind, type) and issubclass(kind, Form)):
            raise TypeError(f"a form cannot have a field of {kind!r}")
        return self._form(kind)

    def _holding(self, origin: Any, args: tuple[Any, ...]) -> CoreSchema:
        if origin is Literal:
            return core_schema.literal_schema(list(args))
        inner = [self.of(arg) for arg in args if arg is not ...]
        if origin is dict:
            return core_schema.dict_schema(*inner, strict=True)
        if origin is tuple:
            return core_schema.tuple_variable_schema(inner[0])
        return core_schema.list_schema(inner[0], strict=True)

    def _annotated(self, kind: Any, markers: tuple[Marker, ...]) -> CoreSchema:
        first, *rest = markers
        if hasattr(first, "whole"):
            schema: CoreSchema = first.whole(kind, self)
        else:
            inner = core_schema.any_schema() if isinstance(first, Written) else self.of(kind)
            schema = first.schema(inner)
        for marker in rest:
            schema = marker.schema(schema)
        return schema

    def _either(self, args: tuple[Any, ...]) -> CoreSchema:
        kinds = [arg for arg in args if arg is not NoneType]
        schemas: list[CoreSchema | tuple[CoreSchema, str]] = [self.of(kind) for kind in kinds]
        inner = self.of(kinds[0]) if len(kinds) == 1 else core_schema.union_schema(schemas)
        return core_schema.nullable_schema(inner) if len(kinds) < len(args) else inner

    def _form(self, form: type[Form]) -> CoreSchema:
        name = f"{form.__module__}.{form.__qualname__}"
        if name not in self.definitions:
            self.definitions[name] = core_schema.any_schema()
            self.definitions[name] = self._fields(form, name)
        return core_schema.definition_reference_schema(name)

    def _fields(self, form: type[Form], name: str) -> CoreSchema:
        fields = {}
        for field, kind in form.hints().items():
            schema = self.of(kind)
            if field in form.defaults():
                schema = core_schema.with_default_schema(schema, default=form.defaults()[field])
            key = field.rstrip("_") if field.endswith("_") else None
            fields[field] = core_schema.model_field(schema, validation_alias=key)
        schema = core_schema.model_schema(
            form,
            core_schema.model_fields_schema(fields, extra_behavior="forbid"),
            ref=name,
            custom_init=False,
        )
        if form.check_form is Form.check_form:
            return schema
        del schema["ref"]  # the reference belongs to the outermost schema
        return core_schema.no_info_after_validator_function(_run_check, schema, ref=name)


def _run_check(value: Form) -> Form:
    value.check_form()
    return value


class Form:
    """Base of every part of a document: frozen, compared by value, every key known."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )
    __pydantic_root_model__: ClassVar[bool] = False
    model_config: ClassVar[dict[str, Any]] = {}

    def __init__(self, **written: Any) -> None:
        type(self).validator().validate_python(written, self_instance=self)

    def check_form(self) -> None:
        """What must be true of several fields together; raises PydanticCustomError."""

    @classmethod
    def made(cls, **values: Any) -> Any:
        """An instance from values known to be right."""
        one = cls.__new__(cls)
        one.__dict__.update({**cls.defaults(), **values})
        return one

    @classmethod
    @cache
    def hints(cls) -> Mapping[str, Any]:
        """The fields with their annotations."""
        found = get_type_hints(cls, include_extras=True)
        return {k: v for k, v in found.items() if get_origin(v) is not ClassVar and k[0] != "_"}

    @classmethod
    @cache
    def defaults(cls) -> Mapping[str, Any]:
        """The fields that need not be written, with what they then are."""
        return {name: getattr(cls, name) for name in cls.hints() if hasattr(cls, name)}

    @classmethod
    @cache
    def validator(cls) -> SchemaValidator:
        """The validator, built when first needed."""
        return SchemaValidator(cls.core_schema())

    @classmethod
    def core_schema(cls) -> CoreSchema:
        """The schema of this form and of every form it mentions."""
        build = Build()
        top = build.of(cls)
        return core_schema.definitions_schema(top, list(build.definitions.values()))

    @classmethod
    def read(cls, written: Any, context: Any = None) -> Any:
        """Check a value as read from a document.

        Raises
        ------
        pydantic_core.ValidationError
            With every fault and its place.
        """
        return cls.validator().validate_python(written, context=context)

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of what may be written."""
        from pydantic.json_schema import GenerateJsonSchema  # noqa: PLC0415 - slow, rarely needed

        return GenerateJsonSchema().generate(cls.core_schema(), mode="validation")

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__pydantic") or name == "__dict__":
            object.__setattr__(self, name, value)
        else:
            raise AttributeError("a form never changes; make a patch instead")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__))

    def __repr__(self) -> str:
        shown = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())
        return f"{type(self).__name__}({shown})"
