import { createElement, type ReactNode } from 'react';
import type { FilledNode } from '../../slots/index.ts';

/** Notes and entries of the reference, their slots filled. Values are text: they never become markup. */
export function Filled({ nodes }: { readonly nodes: readonly FilledNode[] }): ReactNode {
  return nodes.map(drawn);
}

function drawn(node: FilledNode, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const children = node.children?.map(drawn) ?? [];
  if ('tag' in node) return createElement(node.tag, { key, ...propsOf(node.attributes) }, ...children);
  if (node.problem === undefined) return children;
  return (
    <span className="slot-failed" key={key}>
      {node.slot} has no value: {node.problem}
    </span>
  );
}

/** React has names of its own for two attributes of HTML; all others are passed on as they are. */
const REACT_NAMES = new Map([
  ['class', 'className'],
  ['tabindex', 'tabIndex'],
]);

function propsOf(attributes: readonly (readonly [name: string, value: string])[] = []) {
  return Object.fromEntries(attributes.map(([name, value]) => [REACT_NAMES.get(name) ?? name, value]));
}

/** Returns the same as text alone: for names that are read aloud. */
export function plainText(nodes: readonly FilledNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      // The LaTeX that a formula carries for copying.
      const isHidden = 'tag' in node && node.tag === 'annotation';
      return isHidden ? '' : plainText(node.children ?? []);
    })
    .join('');
}
