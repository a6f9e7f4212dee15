/** The components an author may use in a section, with the props of each: the one place that knows their names. */
import { z } from 'astro/zod';
import { CALLOUT_KINDS } from './callout-names.ts';

const text = z.string().trim().min(1, 'Expected some text');
const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');
const python = text.describe('A Python expression on the names of the figures file');

/** What the caption of a figure claims of the numbers. */
const captioned = { caption: text, that: python.optional() };

/** What may stand between a component's tags. */
export type ComponentContent = 'none' | 'blocks' | 'one table';

/** What an author may write in one component's tag, and what it is for. */
export interface ComponentSpec {
  readonly doc: string;
  readonly props: z.ZodType;
  readonly content: ComponentContent;
  /** The props of a widget whose Python expressions give the figures it starts with. */
  readonly figures?: readonly string[];
}

function widgetWith(more: z.ZodRawShape, doc: string, figures: readonly string[]): ComponentSpec {
  const given = Object.fromEntries(figures.map((figure) => [figure, python]));
  return { doc, props: z.strictObject({ ...captioned, ...more, ...given }), content: 'none', figures };
}

const widget = (doc: string, ...figures: string[]) => widgetWith({}, doc, figures);

/** Returns a widget that may name the program of the section that it illustrates; its numbers can be put in there. */
const widgetInCode = (doc: string, ...figures: string[]) =>
  widgetWith({ listing: text.optional() }, doc, figures);

const specs = {
  Callout: {
    doc: 'A boxed remark: the key idea, a trap to take care with, or a note.',
    props: z.strictObject({ kind: z.enum(CALLOUT_KINDS), title: text.optional() }),
    content: 'blocks',
  },
  Aside: {
    doc: 'A side note, in the margin where there is one.',
    props: z.strictObject({}),
    content: 'blocks',
  },
  Claim: {
    doc: 'A sentence that holds for the figures as they are; a Python expression says what it claims, and the build stops when it is false.',
    props: z.strictObject({ that: python }),
    content: 'blocks',
  },
  Table: {
    doc: 'A Markdown table with its caption; with a name it can be linked to as #table-name.',
    props: z.strictObject({ ...captioned, name: name.optional() }),
    content: 'one table',
  },
  Matrix: {
    doc: 'A computed vector or matrix, drawn with brackets, names of rows and columns and its shape.',
    props: z.strictObject({
      of: python,
      name: text.optional(),
      rows: text.optional(),
      columns: text.optional(),
      hue: z.enum(['x', 'w', 'b', 'z', 'a']).optional(),
      ...captioned,
      caption: text.optional(),
      format: text.optional(),
    }),
    content: 'none',
  },
  Raises: {
    doc: 'The error that NumPy, PyTorch or both really raise for an expression.',
    props: z
      .strictObject({ ...captioned, numpy: python.optional(), torch: python.optional() })
      .refine(
        ({ numpy, torch }) => numpy !== undefined || torch !== undefined,
        'Expected numpy, torch or both',
      ),
    content: 'none',
  },
  Listing: {
    doc: 'An annotated program from the listings folder, with its PyTorch twin in a second tab.',
    props: z.strictObject({ numpy: text, torch: text.optional(), caption: text }),
    content: 'none',
  },
  Fault: {
    doc: 'An entry of "Errors you will meet": programs of the faults folder that go wrong, with their repair and, between the tags, why. Its heading is the message; what goes wrong without one needs a title.',
    props: z
      .strictObject({ numpy: text.optional(), torch: text.optional(), title: text.optional() })
      .refine(
        ({ numpy, torch }) => numpy !== undefined || torch !== undefined,
        'Expected numpy, torch or both',
      ),
    content: 'blocks',
  },
  Exercise: {
    doc: 'An exercise from the exercises folder; it can be linked to as #exercise-name.',
    props: z.strictObject({ name }),
    content: 'none',
  },
  Progress: {
    doc: 'What the reader missed among the exercises of the section, and progress to carry to another device.',
    props: z.strictObject({}),
    content: 'none',
  },
  Figure: {
    doc: 'A picture from the section folder; with a name it can be linked to as #figure-name.',
    props: z.strictObject({ ...captioned, src: text, alt: text, name: name.optional() }),
    content: 'none',
  },
  Fold: {
    doc: 'A passage that a reader may leave out, such as a derivation, folded under its title.',
    props: z.strictObject({ title: text }),
    content: 'blocks',
  },
  Plot: {
    doc: 'A figure that a program of the plots folder draws with matplotlib; the program may use the names of the figures file.',
    props: z.strictObject({ ...captioned, program: text }),
    content: 'none',
  },
  VectorWidget: widgetInCode('A vector to drag: components, length, direction.', 'v', 'a', 'b', 'c'),
  DotProductWidget: widgetInCode('Two vectors to drag: dot product, angle, projection.', 'a', 'b'),
  MatrixTransformWidget: widgetInCode('What a matrix of shape (2, 2) does to the plane.', 'x'),
  MatmulWidget: widgetInCode('A matrix product, entry by entry.', 'X', 'W', 'b'),
  ForwardPassWidget: widgetInCode(
    'A batch flowing through a layer, or through two.',
    'X',
    'W',
    'b',
    'W_next',
    'b_next',
  ),
  BroadcastingWidget: widget('Two shapes aligned from the right.', 'left', 'right'),
  ReshapeWidget: widget('The same numbers in a new shape.', 'values', 'shape'),
  ShapesWidget: widget(
    'An expression to type: its shapes step by step, and what both libraries say.',
    'X',
    'W',
    'b',
    'x',
  ),
} satisfies Record<string, ComponentSpec>;

/** The name of a component of the book. */
export type ComponentName = keyof typeof specs;

/** Every component, by name. */
export const components: Readonly<Record<ComponentName, ComponentSpec>> = specs;

/** Returns whether `name` is a component of the book. */
export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}
