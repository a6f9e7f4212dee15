/** Reading and writing the JSX elements in a page's Markdown tree. */
import type { Expression, Program } from 'estree';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** A component in a page, on lines of its own or inside a paragraph. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** A value that can be written as a JSON-like JavaScript expression. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Calls `see` for every JSX element, in reading order. */
export function eachElement(tree: Root, see: (element: JsxElement) => void): void {
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') see(node);
  });
}

/** The part of an element that holds its props, in a Markdown tree or an HTML tree. */
type WithProps = Pick<JsxElement, 'attributes'>;

/** Returns the attribute called `name`. */
export function attribute(element: WithProps, name: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (candidate): candidate is MdxJsxAttribute =>
      candidate.type === 'mdxJsxAttribute' && candidate.name === name,
  );
}

/** Returns the text of the attribute called `name`, or undefined when it is absent or no text. */
export function textOf(element: WithProps, name: string): string | undefined {
  const value = attribute(element, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Gives `element` the prop `name`, replacing what was there. Text becomes text, anything else an expression. */
export function setProp(element: JsxElement, name: string, value: Json): void {
  const written: MdxJsxAttribute = {
    type: 'mdxJsxAttribute',
    name,
    value: typeof value === 'string' ? value : expressionValue(value),
  };
  element.attributes = [...element.attributes.filter((other) => other !== attribute(element, name)), written];
}

function expressionValue(value: Json): NonNullable<Exclude<MdxJsxAttribute['value'], string>> {
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [{ type: 'ExpressionStatement', expression: toExpression(value) }],
  };
  return { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(value), data: { estree } };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function toExpression(value: Json): Expression {
  if (isList(value)) return { type: 'ArrayExpression', elements: value.map(toExpression) };
  if (typeof value === 'object' && value !== null)
    return {
      type: 'ObjectExpression',
      properties: Object.entries(value).map(([name, inner]) => ({
        type: 'Property',
        kind: 'init',
        key: { type: 'Literal', value: name },
        value: toExpression(inner),
        computed: false,
        method: false,
        shorthand: false,
      })),
    };
  return { type: 'Literal', value };
}
