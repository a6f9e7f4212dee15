import { memo, type ReactNode } from 'react';

/** What a widget shows, said in words and numbers: the same information as its picture. */
export type Twin = {
  readonly sentence: string;
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly (readonly string[])[];
};

export type WidgetProps = {
  /** What it is called when one moves to it: "Dot product". */
  readonly title: string;
  /** The name it has in addresses: "dot". */
  readonly name?: string;
  /** How to use it, in a sentence, once its script runs. */
  readonly hint?: string;
  readonly live?: boolean;
  readonly picture: ReactNode;
  /** What stands beside the picture: controls and the numbers that follow from them. */
  readonly panel?: ReactNode;
  /** Whether the panel stands beside the picture where there is room, or always below it. */
  readonly layout?: 'beside' | 'below';
  readonly toolbar?: ReactNode;
  readonly twin: Twin;
};

/** The one frame of every widget: picture, panel, buttons, and the text twin under them. */
export function Widget({
  title,
  name,
  hint,
  live = false,
  picture,
  panel,
  layout = 'beside',
  toolbar,
  twin,
}: WidgetProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and this is a figure.
    <div className="widget" role="group" aria-label={title} data-widget={name} data-live={live}>
      {hint !== undefined && (
        <p className="widget-hint">
          <span data-when="still">
            A still picture; it is not interactive.
            <span className="widget-reload"> If it stays so, load the page again.</span>
          </span>
          <span data-when="live">{hint}</span>
        </p>
      )}
      <div className="widget-body" data-panel={panel === undefined ? undefined : layout}>
        <div className="widget-stage">{picture}</div>
        {panel !== undefined && <div className="widget-panel">{panel}</div>}
      </div>
      {toolbar !== undefined && <div className="widget-toolbar">{toolbar}</div>}
      <TextTwin twin={twin} />
    </div>
  );
}

const TextTwin = memo(function TextTwin({ twin }: { readonly twin: Twin }): ReactNode {
  const { sentence, head, rows } = twin;
  return (
    <div className="widget-twin">
      <p>{sentence}</p>
      <details>
        <summary>The same numbers as a table</summary>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map((value, k) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a value is its column.
                    <td key={k}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
});
